import { useEffect, useRef } from "react";
import type { StaleSight } from "../sight.ts";
import { localTime } from "./format.ts";
import { LineDiff } from "./line-diff.tsx";
import type { Difference } from "./merge.ts";
import { Badge, Named, Time } from "./values.tsx";

interface Props {
  readonly stale: StaleSight;
  readonly differences: readonly Difference[];
  /** What stands in the form now. */
  readonly textIn: (name: string) => string;
  readonly change: (name: string, value: unknown) => void;
}

/** What somebody else changed while the form was open, beside what was typed; the form holds both, and whoever sends it decides. */
export function Stale({ stale, differences, textIn, change }: Props) {
  const { by, at, names } = stale;
  const section = useRef<HTMLElement>(null);
  const told = useRef<StaleSight>(undefined);
  // Each time it is told anew, it is what one should read next.
  useEffect(() => {
    if (told.current === stale) return;
    told.current = stale;
    section.current?.focus();
  }, [stale]);
  return (
    <section className="stale" aria-label="Changed meanwhile" ref={section} tabIndex={-1}>
      <h2>Changed meanwhile</h2>
      <p>
        {by ? (
          <>
            By <Named id={by} names={names} />
            {at ? (
              <>
                {" "}
                <Time at={at} />
              </>
            ) : null}
            .{" "}
          </>
        ) : null}
        What you typed stands in the form below, and what only the other changed was taken over into it. Look at it, then send it again.
      </p>
      {differences.length === 0 ? <p className="quiet">What was changed is not in this form, and neither did you change what is.</p> : null}
      <ul>
        {differences.map((each) => (
          <li key={each.field.name}>
            <h3>
              {each.field.label} <Badge word={saidOf(each)} of="stale" />
            </h3>
            <Values difference={each} />
            {each.changedBy === "both" && each.mine !== each.theirs ? (
              <p className="stale-choice">
                <button
                  type="button"
                  className="button small"
                  aria-pressed={textIn(each.field.name) === each.theirs}
                  onClick={() => change(each.field.name, each.theirs)}
                >
                  Take theirs
                </button>
                <button
                  type="button"
                  className="button small"
                  aria-pressed={textIn(each.field.name) === each.mine}
                  onClick={() => change(each.field.name, each.mine)}
                >
                  Keep mine
                </button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const saidOf = ({ changedBy, mine, theirs }: Difference) =>
  changedBy === "me"
    ? "changed by you"
    : changedBy === "them"
      ? "changed meanwhile"
      : mine === theirs
        ? "the same by both"
        : "changed by both";

function Values({ difference: { field, before, theirs, mine, changedBy } }: { difference: Difference }) {
  if ([before, theirs, mine].some((text) => text.includes("\n"))) {
    return (
      <>
        {changedBy === "me" ? null : <LineDiff label="Changed meanwhile" before={before} after={theirs} />}
        {changedBy === "them" ? null : <LineDiff label="Changed by you" before={before} after={mine} />}
      </>
    );
  }
  const said = (text: string) => (field.kind === "moment" && text !== "" ? localTime(text) : text);
  const shown = [
    ["When you opened it", before],
    ["Now", theirs],
    ["Yours", mine],
  ] as const;
  return (
    <dl>
      {shown.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text === "" ? <span className="none">–</span> : said(text)}</dd>
        </div>
      ))}
    </dl>
  );
}
