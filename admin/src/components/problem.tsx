import { fetchAnew } from "./talk.ts";

/** Why there is nothing to show, and the way to try it again. */
export const Problem = ({ said }: { said: string }) => (
  <p className="notice error with-act" role="alert">
    {said}
    <button type="button" className="button small" onClick={fetchAnew}>
      Try again
    </button>
  </p>
);
