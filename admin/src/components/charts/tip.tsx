import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { Band, LimitPeriod } from "../../sight.ts";
import { amount, exact } from "../format.ts";
import type { Point, Series } from "./series.ts";

const away = 14;

/** Told beside a place of a picture, on the side where there is room. */
export function Tip({ x, width, children }: { x: number; width: number; children: ReactNode }) {
  const at = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = at.current;
    if (!element) return;
    const wide = element.offsetWidth;
    const left = x + away + wide <= width ? x + away : Math.max(0, x - away - wide);
    element.style.setProperty("transform", `translateX(${Math.round(left)}px)`);
  });
  return (
    <div className="tip" ref={at} role="status">
      {children}
    </div>
  );
}

interface StepFiguresProps {
  readonly title: string;
  readonly isUnderWay: boolean;
  readonly point: Point;
  readonly series: readonly Series[];
  readonly isSummed: boolean;
}

export function StepFigures({ title, isUnderWay, point, series, isSummed }: StepFiguresProps) {
  const sum = series.reduce((all, { name }) => all + (point[name] ?? 0), 0);
  return (
    <>
      <strong>{title}</strong>
      {isUnderWay ? <span className="quiet"> so far</span> : null}
      <table>
        <tbody>
          {series.map(({ name, label }) => (
            <tr key={name}>
              <th scope="row">
                <span className={`swatch ${name}`} />
                {label}
              </th>
              <td>{exact(point[name] ?? 0)}</td>
            </tr>
          ))}
          {isSummed && series.length > 1 ? (
            <tr className="sum">
              <th scope="row">Together</th>
              <td>{exact(sum)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </>
  );
}

interface InForceProps {
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Band[];
  readonly limits: readonly LimitPeriod[];
}

/** What was in force during a step: limits, overrides and sanctions. */
export function InForce({ from, to, bands, limits }: InForceProps) {
  const isThen = (each: { readonly from: string; readonly to: string | null }) =>
    Date.parse(each.from) < to && (each.to === null || Date.parse(each.to) > from);
  return (
    <>
      {limits.filter(isThen).map(({ from: since, limit, source }) => (
        <p key={since}>
          <span className="swatch limit" />
          limit {amount(limit, "requests_per_day")} by {source}
        </p>
      ))}
      {bands.filter(isThen).map(({ id, kind, note }) => (
        <p key={id}>
          <span className={`swatch ${kind}`} />
          {kind === "override" ? `override: ${note}` : `${kind} for ${note}`}
        </p>
      ))}
    </>
  );
}
