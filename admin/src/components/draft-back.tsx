/** Says that a form holds what was typed before it was left. */
export const DraftBack = ({ startAfresh }: { startAfresh: () => void }) => (
  <p className="notice" role="status">
    What you typed here before you left is in the form again.{" "}
    <button type="button" className="button link" onClick={startAfresh}>
      Start afresh
    </button>
  </p>
);
