/** The shape of a page until what it shows has come. */
export const Loading = () => (
  <div className="loading" role="status" aria-busy="true">
    <span className="unseen">Loading…</span>
    <div className="placeholder line title" />
    <div className="placeholder line" />
    <div className="sheet placeholder short" />
  </div>
);
