/** What stands behind and around the bars of a picture. */
import { useId } from "react";
import type { Band, LimitPeriod, Mark } from "../../sight.ts";
import { axisCount } from "../format.ts";
import type { Frame } from "./frame.ts";

export const Grid = ({ frame: { lines, left, right, y } }: { frame: Frame }) =>
  lines.map((value) => (
    <g key={value} className="grid">
      <line x1={left} x2={right} y1={y(value)} y2={y(value)} />
      <text x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
        {axisCount(value)}
      </text>
    </g>
  ));

const halfAName = 26;
/** A name is not cut at the edges of a picture, and hardly moved towards its neighbour. */
const withinEdges = (x: number, { width }: Frame) => Math.max(halfAName, Math.min(x, width - halfAName));

export const Times = ({ frame }: { frame: Frame }) =>
  frame.times.map(({ at, label }) => (
    <text key={at} className="time" x={withinEdges(frame.x(at), frame)} y={frame.height - 6} textAnchor="middle">
      {label}
    </text>
  ));

/** Times during which something was in force; what has no end reaches to the edge. */
export const Bands = ({ frame: { left, right, top, bottom, x }, bands }: { frame: Frame; bands: readonly Band[] }) =>
  bands.map(({ id, kind, from, to }) => {
    const begin = Math.max(left, x(Date.parse(from)));
    const end = to === null ? right : Math.min(right, x(Date.parse(to)));
    const width = Math.max(2, end - begin);
    return (
      <g key={id} className={`band ${kind}`}>
        <rect x={begin} y={top} width={width} height={bottom - top} />
        <rect className="edge" x={begin} y={top} width={width} height={3} />
      </g>
    );
  });

export const Limits = ({ frame: { x, y, left, right }, limits }: { frame: Frame; limits: readonly LimitPeriod[] }) =>
  limits.map(({ from, to, limit }) => (
    <line
      key={from}
      className="limit"
      x1={Math.max(left, x(Date.parse(from)))}
      x2={Math.min(right, x(Date.parse(to)))}
      y1={y(limit)}
      y2={y(limit)}
    />
  ));

export const Marks = ({ frame: { y, left, right }, marks }: { frame: Frame; marks: readonly Mark[] }) =>
  marks.map(({ name, value }) => {
    const values = typeof value === "number" ? [value] : value;
    const step = (right - left) / values.length;
    const path = values.map((each, i) => `H${left + i * step}V${y(each)}H${left + (i + 1) * step}`).join("");
    return <path key={name} className={`limit ${name}`} d={`M${left} ${y(values[0] ?? 0)}${path}`} />;
  });

/** The last step is not over: its bar may still grow. */
export function UnderWay({ frame: { right, bottom, step, y }, value }: { frame: Frame; value: number }) {
  const id = useId();
  return (
    <>
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch" width="2" height="5" />
        </pattern>
      </defs>
      <rect fill={`url(#${id})`} x={right - step} y={y(value)} width={step} height={Math.max(0, bottom - y(value))} />
    </>
  );
}
