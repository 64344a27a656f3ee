import { type FormEvent, useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import type { BacktestAnswer, BacktestChoices, BacktestSight, FieldSight, Names } from "../sight.ts";
import { Picture } from "./charts/picture.tsx";
import { Field } from "./field.tsx";
import { amount, count, exact, quantity, words } from "./format.ts";
import { recordPath, testable } from "./here.ts";
import { Problem } from "./problem.tsx";
import { Section } from "./section.tsx";
import { type Heading, SmallTable } from "./small-table.tsx";
import { post, useFetched } from "./talk.ts";
import { Badge, Id, Since, Time } from "./values.tsx";

const names = ["kind", "projectId", "plan", "metric", "limit", "days"] as const;
type Typed = Readonly<Record<(typeof names)[number], string>>;

const typedIn = (search: URLSearchParams): Typed => {
  const of = (name: string, otherwise = "") => search.get(name) ?? otherwise;
  const kind = of("kind", "quota");
  return { kind, projectId: of("projectId"), plan: of("plan"), metric: of("metric"), limit: of("limit"), days: of("days", "14") };
};

/** A change of a limit, tried on what was recorded before anybody feels it. Its address says what is tried, so that it can be passed on. */
export function BacktestPage() {
  const [search, setSearch] = useSearchParams();
  const { answer: choices, problem } = useFetched<BacktestChoices>("/backtest", "backtest");
  const [typed, setTyped] = useState(() => typedIn(search));
  const [answer, setAnswer] = useState<BacktestAnswer>();
  // Whoever comes by an address that says it all wants to see it at once.
  const [tried, setTried] = useState(typed.metric !== "" && typed.limit !== "" ? typed : undefined);
  const [isRunning, setRunning] = useState(false);
  document.title = "Backtest · NextMavens console";
  useEffect(() => {
    if (!tried) return;
    setRunning(true);
    void post<BacktestAnswer>("/backtest", { ...tried, limit: quantity(tried.limit) })
      .catch((error: Error): BacktestAnswer => ({ problem: error.message }))
      .then(setAnswer)
      .finally(() => setRunning(false));
  }, [tried]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== "")), { replace: true });
    setTried({ ...typed });
  };
  if (problem) return <Problem said={problem} />;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Backtest</h1>
          <p className="quiet">
            Try a change of a limit on recorded usage: whom it would have hit, when, how long and how hard. Nothing is changed.
          </p>
        </div>
      </header>
      <form className="sheet trial" noValidate onSubmit={submit}>
        {fieldsOf(typed.kind, choices).map((field) => (
          <Field
            key={field.name}
            field={field}
            value={typed[field.name as keyof Typed]}
            error={answer?.errors?.[field.name]}
            metric={field.name === "limit" ? typed.metric : ""}
            change={(value) => setTyped({ ...typed, [field.name]: String(value ?? "") })}
          />
        ))}
        <button type="submit" className="button primary" disabled={isRunning}>
          {isRunning ? "Trying…" : "Try"}
        </button>
      </form>
      {answer?.problem && Object.keys(answer.errors ?? {}).length === 0 ? (
        <p className="notice error" role="alert">
          {answer.problem}
        </p>
      ) : null}
      {answer?.backtest ? <Result backtest={answer.backtest} names={answer.names ?? {}} metric={typed.metric} isStale={isRunning} /> : null}
    </>
  );
}

const fieldsOf = (kind: string, choices: BacktestChoices | undefined): readonly FieldSight[] => [
  { name: "kind", label: "Change", kind: "choice", isRequired: true, choices: ["quota", "plan"] },
  kind === "plan"
    ? { name: "plan", label: "Plan", kind: "choice", isRequired: true, choices: choices?.plans ?? [] }
    : { name: "projectId", label: "Project", kind: "line", isRequired: false, placeholder: "prj_… or all" },
  { name: "metric", label: "Metric", kind: "choice", isRequired: true, choices: testable },
  { name: "limit", label: "Limit", kind: "number", isRequired: true, placeholder: "75k or 2 GB" },
  { name: "days", label: "Days", kind: "number", isRequired: true },
];

const dayOf = 86_400_000;

function Result({ backtest, names, metric, isStale }: { backtest: BacktestSight; names: Names; metric: string; isStale: boolean }) {
  const { days, projectsTested, hitCount, rowsRead, tookMs, caveat, countedFrom, recordedFrom } = backtest;
  return (
    <div className={`glance${isStale ? " is-stale" : ""}`}>
      <p className="trial-told" role="status">
        <strong>
          {exact(hitCount)} of {exact(projectsTested)} {projectsTested === 1 ? "project" : "projects"}
        </strong>{" "}
        would have been hit; told from {exact(rowsRead)} rows of usage in {exact(Math.round(tookMs / 100) / 10)} s.{" "}
        <span className="quiet">{caveat}</span>
      </p>
      {recordedFrom === null || recordedFrom > countedFrom ? (
        <p className="notice warn">
          {words(metric)}: recorded <Since at={recordedFrom} />. What is not recorded counts as nothing.
        </p>
      ) : null}
      <div className="columns">
        <Picture
          title="Projects hit"
          unit="per day (UTC)"
          label={`Projects hit per day: ${days.map(({ projects }) => projects).join(", ")}.`}
          empty="No project would have been hit."
          series={[{ name: "projects", label: "Projects" }]}
          points={days.map(({ projects }) => ({ projects }))}
          from={days[0]?.day ?? backtest.from}
          stepMs={dayOf}
          size="usual"
        />
        <Picture
          title="Refused"
          unit={`${words(metric).toLowerCase()}, on the day it began`}
          label={`Refused per day: ${days.map(({ refused }) => count(refused)).join(", ")}.`}
          empty="Nothing would have been refused."
          series={[{ name: "quota", label: "Refused" }]}
          points={days.map(({ refused }) => ({ quota: refused }))}
          from={days[0]?.day ?? backtest.from}
          stepMs={dayOf}
          size="usual"
        />
      </div>
      <Section title="Projects it would have hit" unit="the longest first">
        {hitCount === 0 ? (
          <p className="empty small">None: nobody would have felt it.</p>
        ) : (
          <Projects backtest={backtest} names={names} metric={metric} />
        )}
        {hitCount > backtest.projects.length ? (
          <p className="section-foot quiet">
            These are the first {exact(backtest.projects.length)} of {exact(hitCount)}; the API tells all of them.
          </p>
        ) : null}
      </Section>
    </div>
  );
}

const heads: readonly Heading[] = [
  "Project",
  "Owner",
  { title: "Limit now", isFigure: true },
  "First",
  { title: "Times", isFigure: true },
  { title: "Minutes", isFigure: true },
  { title: "Refused", isFigure: true },
  { title: "Worst", isFigure: true },
  "Hit today, too",
];

const Projects = ({ backtest: { projects }, names, metric }: { backtest: BacktestSight; names: Names; metric: string }) => (
  <SmallTable label="Projects it would have hit" head={heads}>
    {projects.map((each) => (
      <tr key={each.projectId}>
        <td>
          <Link className="row-link" to={recordPath("projects", each.projectId)}>
            {each.name}
          </Link>
        </td>
        <td>
          <Id id={each.developerId} name={names[each.developerId]} />
        </td>
        <td className="figure">{each.limitNow === null ? "–" : amount(each.limitNow, metric)}</td>
        <td>{each.firstAt ? <Time at={each.firstAt} /> : "–"}</td>
        <td className="figure">{exact(each.hitsCount)}</td>
        <td className="figure">{count(each.minutes)}</td>
        <td className="figure" title={exact(each.refused)}>
          {count(each.refused)}
        </td>
        <td className="figure">{amount(each.worst, metric)}</td>
        <td>
          <Badge word={each.isHitNow ? "yes, too" : "no"} />
        </td>
      </tr>
    ))}
  </SmallTable>
);
