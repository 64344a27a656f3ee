const width = 96;
const height = 24;

/** A course so small that it has neither axis nor numbers; what it means stands beside it. */
export function Spark({ steps, label }: { steps: readonly number[]; label: string }) {
  const max = Math.max(1, ...steps);
  const step = width / Math.max(1, steps.length);
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
      {steps.map((value, i) => {
        const tall = value === 0 ? 0 : Math.max(1, (value / max) * height);
        // biome-ignore lint/suspicious/noArrayIndexKey: steps never change places.
        return <rect key={i} x={i * step} y={height - tall} width={Math.max(0.5, step * 0.82)} height={tall} />;
      })}
    </svg>
  );
}
