const tiles = 7;
const parts = [
  { name: "wide-and-narrow", heights: ["tall", "tall"] },
  { name: "columns", heights: ["short", "short"] },
  { name: "columns", heights: ["tall", "tall"] },
];

/** The places of what is being fetched, so that nothing jumps when it comes. */
export const Waiting = () => (
  <>
    <p className="unseen" role="status">
      Loading…
    </p>
    <div className="tiles" aria-hidden="true">
      {Array.from({ length: tiles }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <div key={i} className="tile placeholder" />
      ))}
    </div>
    {parts.map(({ name, heights }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
      <div key={i} className={name} aria-hidden="true">
        {heights.map((height, j) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
          <div key={j} className={`sheet placeholder ${height}`} />
        ))}
      </div>
    ))}
  </>
);
