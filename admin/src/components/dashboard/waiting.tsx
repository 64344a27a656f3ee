import { places } from "../keyed.ts";

const tiles = 7;
const parts = [
  { key: "requests", name: "wide-and-narrow", heights: { left: "tall", right: "tall" } },
  { key: "errors", name: "columns", heights: { left: "short", right: "short" } },
  { key: "ranking", name: "columns", heights: { left: "tall", right: "tall" } },
];

/** The places of what is being fetched, so that nothing jumps when it comes. */
export const Waiting = () => (
  <>
    <p className="unseen" role="status">
      Loading…
    </p>
    <div className="tiles" aria-hidden="true">
      {places(tiles).map((key) => (
        <div key={key} className="tile placeholder" />
      ))}
    </div>
    {parts.map(({ key, name, heights: { left, right } }) => (
      <div key={key} className={name} aria-hidden="true">
        <div className={`sheet placeholder ${left}`} />
        <div className={`sheet placeholder ${right}`} />
      </div>
    ))}
  </>
);
