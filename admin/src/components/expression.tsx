import { useEffect, useState } from "react";
import type { ExpressionSight, FeatureSight, Row } from "../sight.ts";
import type { Draft } from "./draft.ts";
import { Section } from "./section.tsx";
import { post, useFetched } from "./talk.ts";

const pauseMs = 300;

/** What the platform says of an expression as soon as one stops typing: whether it can be read, where not, and which ordinary use it would find. */
export function ExpressionCheck({ typed }: { typed: Row }) {
  const subject = String(typed["subject"] ?? "");
  const expression = String(typed["expression"] ?? "");
  const [said, setSaid] = useState<Partial<ExpressionSight>>({});
  useEffect(() => {
    const turn = new AbortController();
    const timer = setTimeout(() => {
      post<Partial<ExpressionSight>>("/expressions", { subject, expression }, turn.signal)
        .then((answer) => turn.signal.aborted || setSaid(answer))
        // What is saved is checked as well, and told then.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      turn.abort();
    };
  }, [subject, expression]);
  const { isValid, fault, warnings = [] } = said;
  return (
    <div className="checked" role="status">
      {fault ? (
        <>
          <p className="error-text">{fault.message}</p>
          <pre className="marked">{fault.marked}</pre>
        </>
      ) : null}
      {isValid && warnings.length === 0 ? <p className="fine">It can be read, and finds none of the ordinary windows.</p> : null}
      {warnings.map((warning) => (
        <p key={warning} className="doubt">
          {warning}
        </p>
      ))}
    </div>
  );
}

const ways: Readonly<Record<string, string>> = {
  spike:
    "What a project uses in five minutes is held against the median of this hour of the week and the hours beside it, over five weeks. It is a spike where two of the last three windows lie so many deviations above that, and are at least so much. A project that is too young for it is held against the same hour of other days, or its plan.",
  error_rate:
    "The requests of each endpoint of a project are counted by minute. It is found where mistaken ones (4xx, but for refusals by limits and sanctions) come 14.4 times as fast as the objective allows for an hour and for its last five minutes, or 6 times as fast for six hours and the last thirty minutes.",
};

/** What one needs to know while one writes a rule: the features of an expression, or how the other kinds look. */
export function RuleWriting({ typed, change }: Draft) {
  const way = ways[String(typed["kind"])];
  if (way)
    return (
      <aside className="now">
        <Section title="How it looks">
          <p className="in-section">{way}</p>
        </Section>
      </aside>
    );
  const insert = (name: string) => change("expression", withName(String(typed["expression"] ?? ""), name));
  return (
    <aside className="now writing">
      <Features subject={String(typed["subject"] ?? "")} insert={insert} />
    </aside>
  );
}

/** Where one writes; at its end if one has not been there. */
function withName(expression: string, name: string): string {
  const area = document.getElementById("field-expression");
  const [from, to] =
    area instanceof HTMLTextAreaElement ? [area.selectionStart, area.selectionEnd] : [expression.length, expression.length];
  const [before, after] = [expression.slice(0, from), expression.slice(to)];
  return `${before}${/[\w.]$/.test(before) ? " " : ""}${name}${/^[\w.]/.test(after) ? " " : ""}${after}`;
}

interface FeaturesProps {
  /** Whose windows they are of. */
  readonly subject: string;
  /** Puts a name where one writes. */
  readonly insert?: (name: string) => void;
}

/** Each number that an expression may use. */
export function Features({ subject, insert }: FeaturesProps) {
  const { answer = [], problem } = useFetched<readonly FeatureSight[]>("/features", "features");
  const shown = answer.filter(({ subjects }) => subjects.includes(subject));
  return (
    <Section title="What expressions can be written with" unit={`numbers of a ${subject}’s window`}>
      {problem ? <p className="notice error">{problem}</p> : null}
      <dl className="features">
        {shown.map(({ name, unit, explanation }) => (
          <div key={name}>
            <dt>
              {insert ? (
                <button type="button" className="button link" title={`Write ${name}`} onClick={() => insert(name)}>
                  <code>{name}</code>
                </button>
              ) : (
                <code>{name}</code>
              )}
              <span className="unit">{unit}</span>
            </dt>
            <dd>{explanation}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
