import { type ReactNode, useState } from "react";
import { Link } from "react-router-dom";
import { count, exact } from "../format.ts";
import { Bars, type BarsProps } from "./bars.tsx";
import { stepName } from "./scale.ts";

interface PictureProps extends BarsProps {
  readonly title: string;
  /** What the figures are, and of which time. */
  readonly unit: string;
  readonly size: "short" | "usual" | "tall";
  readonly more?: string;
  /** Said when there is nothing to draw. */
  readonly empty: string;
  readonly controls?: ReactNode;
  /** Steps that can't be added up, such as shares, have no total. */
  readonly hasTotals?: boolean;
  /** Said under the picture. */
  readonly note?: string;
  /** Shown in the legend beside the series, without a figure. */
  readonly beside?: readonly { readonly name: string; readonly label: string }[];
}

/** A picture in its frame: what it shows, in which unit, what its colours mean; and the same as a table. */
export function Picture({ title, unit, size, more, empty, controls, hasTotals = true, note, beside = [], ...bars }: PictureProps) {
  const [isTable, setTable] = useState(false);
  const { series, points } = bars;
  const totals = series.map(({ name }) => points.reduce((sum, point) => sum + (point[name] ?? 0), 0));
  const isEmpty = totals.every((total) => total === 0);
  return (
    <section className="sheet section picture" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="unit">{unit}</span>
        <span className="picture-acts">
          {controls}
          <button type="button" className="button link" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? "Picture" : "Table"}
          </button>
          {more ? <Link to={more}>All</Link> : null}
        </span>
      </header>
      {series.length + beside.length > 1 ? (
        <ul className="legend">
          {series.map(({ name, label }, i) => {
            const total = totals[i] ?? 0;
            return total > 0 || i === 0 ? (
              <li key={name} title={hasTotals ? exact(total) : undefined}>
                <span className={`swatch ${name}`} />
                {label} {hasTotals ? <strong>{count(total)}</strong> : null}
              </li>
            ) : null;
          })}
          {beside.map(({ name, label }) => (
            <li key={name}>
              <span className={`swatch ${name}`} />
              {label}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={`canvas ${size}${isEmpty && !isTable ? " is-empty" : ""}`}>
        {isTable ? <Figures {...bars} /> : <Bars {...bars} />}
        {isEmpty && !isTable ? <p>{empty}</p> : null}
      </div>
      {note ? <p className="quiet line">{note}</p> : null}
    </section>
  );
}

function Figures({ from, stepMs, points, series }: BarsProps) {
  const begin = Date.parse(from);
  const newestFirst = points.map((point, i) => ({ at: begin + i * stepMs, point })).reverse();
  return (
    <div className="figures">
      <table className="list plain">
        <thead>
          <tr>
            <th scope="col">When</th>
            {series.map(({ name, label }) => (
              <th key={name} scope="col" className="figure">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ at, point }) => (
            <tr key={at}>
              <th scope="row">{stepName(at, stepMs)}</th>
              {series.map(({ name }) => (
                <td key={name} className="figure">
                  {exact(point[name] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
