const width = 96;
const height = 24;

/** A course so small that it has neither axis nor numbers; what it means stands beside it. */
export function Spark({ steps, label }: { steps: readonly number[]; label: string }) {
  const max = Math.max(1, ...steps);
  const step = width / Math.max(1, steps.length);
  const bars = steps.map((value, i) => ({ x: i * step, tall: value === 0 ? 0 : Math.max(1, (value / max) * height) }));
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
      {bars.map(({ x, tall }) => (
        <rect key={x} x={x} y={height - tall} width={Math.max(0.5, step * 0.82)} height={tall} />
      ))}
    </svg>
  );
}
