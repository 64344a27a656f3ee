import { type FormEvent, useState } from "react";
import { Link } from "react-router-dom";
import type { FieldSight, Names, RuleTrialAnswer, RuleTrialSight } from "../sight.ts";
import { Picture } from "./charts/picture.tsx";
import type { Draft } from "./draft.ts";
import { Field } from "./field.tsx";
import { count, duration, exact } from "./format.ts";
import { recordPath } from "./here.ts";
import { Section } from "./section.tsx";
import { type Heading, SmallTable } from "./small-table.tsx";
import { post } from "./talk.ts";
import { Badge, Id, Since, Time } from "./values.tsx";

const fields: readonly FieldSight[] = [
  { name: "days", label: "Days", kind: "number", isRequired: true, hint: "So many days back, as far as they are recorded." },
  { name: "projectId", label: "Project", kind: "line", isRequired: false, placeholder: "prj_… or all" },
];

/** The rule as its form says it, tried on what is recorded before it is saved. */
export function RuleTrial({ draft: { wire, tell }, ruleId }: { draft: Draft; ruleId?: string }) {
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({ days: "7", projectId: "" });
  const [answer, setAnswer] = useState<RuleTrialAnswer>();
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      const given = await post<RuleTrialAnswer>("/rule-trial", { ...wire(), ...asked, ...(ruleId ? { ruleId } : {}) });
      setAnswer(given);
      tell(given.form);
    } catch (error) {
      setAnswer({ errors: { days: error instanceof Error ? error.message : "Something went wrong." } });
    } finally {
      setRunning(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  return (
    <>
      <Section title="Try it first" unit="whom the rule above would have found; nothing is changed">
        <form className="trial in-part" noValidate onSubmit={submit}>
          {fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              value={asked[field.name]}
              error={answer?.errors?.[field.name]}
              metric=""
              change={(value) => setAsked({ ...asked, [field.name]: String(value ?? "") })}
            />
          ))}
          <button type="submit" className="button" disabled={isRunning}>
            {isRunning ? "Trying…" : "Try it"}
          </button>
        </form>
        {answer?.form ? <p className="in-section error-text">It can’t be tried like this: see what is marked in the form.</p> : null}
      </Section>
      {answer?.trial ? <Result trial={answer.trial} names={answer.names ?? {}} isStale={isRunning} /> : null}
    </>
  );
}

const dayMs = 86_400_000;

function Result({ trial, names, isStale }: { trial: RuleTrialSight; names: Names; isStale: boolean }) {
  const { days, lacks, foundCount, found } = trial;
  return (
    <div className={`glance${isStale ? " is-stale" : ""}`}>
      <Told trial={trial} />
      {lacks.map(({ what, name, recordedFrom, consequence }) => (
        <p key={`${what} ${name}`} className="notice warn">
          {name ?? lacking[what]}: recorded <Since at={recordedFrom} />. {consequence}
        </p>
      ))}
      <div className="columns">
        <Picture
          title={trial.subjectKind === "project" ? "Projects found" : "Networks found"}
          unit="per day (UTC)"
          label={`Found per day: ${days.map(({ subjects }) => subjects).join(", ")}.`}
          empty="Nothing would have been found."
          series={[{ name: "projects", label: "Found" }]}
          hasTotals={false}
          points={days.map(({ subjects }) => ({ projects: subjects }))}
          from={days[0]?.day ?? trial.from}
          stepMs={dayMs}
          size="usual"
        />
        <Picture
          title="Detections and sanctions"
          unit="on the day they began"
          label={`Detections per day: ${days.map(({ detections }) => detections).join(", ")}; sanctions: ${days.map(({ sanctions }) => sanctions).join(", ")}.`}
          empty="Nothing would have followed."
          isGrouped
          series={[
            { name: "quota", label: "Detections" },
            { name: "suspension", label: "Sanctions" },
          ]}
          points={days.map(({ detections, sanctions }) => ({ quota: detections, suspension: sanctions }))}
          from={days[0]?.day ?? trial.from}
          stepMs={dayMs}
          size="usual"
        />
      </div>
      <Section title="What it would have found" unit="the longest first">
        {foundCount === 0 ? <p className="empty small">Nothing: nobody would have felt it.</p> : <Found trial={trial} names={names} />}
        {foundCount > found.length ? (
          <p className="section-foot quiet">
            These are the first {exact(found.length)} of {exact(foundCount)}; the API tells all of them.
          </p>
        ) : null}
      </Section>
    </div>
  );
}

const lacking = { requests: "Requests", feature: "A feature", usage_by_hour: "Use by the hour" } as const;
const told = { nobody: "nobody", owner: "owners", staff: "staff" } as const;
const minuteSeconds = 60;

function Told({
  trial: { foundCount, subjectsTested, subjectKind, found, days, rowsRead, stepSeconds, tookMs, tells, sanction },
}: {
  trial: RuleTrialSight;
}) {
  const part = days.filter(({ isRecorded }) => !isRecorded).length;
  const sanctions = found.reduce((sum, { sanctionsCount }) => sum + sanctionsCount, 0);
  return (
    <p className="trial-told" role="status">
      <strong>
        {exact(foundCount)} of {exact(subjectsTested)} {subjectKind}
        {subjectsTested === 1 ? "" : "s"}
      </strong>{" "}
      would have been found, {told[tells]} would have been told
      {sanction && sanctions > 0 ? (
        <>
          , and a project <Badge word={sanction} /> {sanctions === 1 ? "once" : `${exact(sanctions)} times`}
        </>
      ) : null}
      .{" "}
      <span className="quiet">
        {exact(rowsRead)} rows looked at in {exact(Math.round(tookMs / 100) / 10)} s, in steps of {duration(stepSeconds)}.
        {part > 0 ? ` Of ${part} of ${days.length} days not everything is recorded.` : ""}
      </span>
    </p>
  );
}

const headsOf = (sanction: RuleTrialSight["sanction"]): readonly Heading[] => [
  "Of whom",
  "Owner",
  "First",
  { title: "Times", isFigure: true },
  { title: "For", isFigure: true },
  { title: "Highest score", isFigure: true },
  ...(sanction ? [{ title: "Under a sanction", isFigure: true } as const] : []),
  "By the saved rule, too",
];

const Found = ({ trial: { found, sanction }, names }: { trial: RuleTrialSight; names: Names }) => (
  <SmallTable label="What it would have found" head={headsOf(sanction)}>
    {found.map((each) => (
      <tr key={each.subjectId}>
        <td className="wide">
          {each.projectId ? (
            <Link className="row-link" to={recordPath("projects", each.projectId)}>
              {each.name}
            </Link>
          ) : (
            "A network"
          )}
        </td>
        <td>{each.developerId ? <Id id={each.developerId} name={names[each.developerId]} /> : "–"}</td>
        <td>
          <Time at={each.firstAt} />
        </td>
        <td className="figure">{count(each.detectionsCount)}</td>
        <td className="figure">{duration(each.minutes * minuteSeconds)}</td>
        <td className="figure">{exact(Math.round(each.worst * 10) / 10)}</td>
        {sanction ? (
          <td className="figure">
            {each.sanctionsCount === 0 ? "–" : `${exact(each.sanctionsCount)} ×, ${duration(each.sanctionMinutes * minuteSeconds)}`}
          </td>
        ) : null}
        <td>{each.isFoundNow === null ? <span className="none">–</span> : <Badge word={each.isFoundNow ? "yes, too" : "no"} />}</td>
      </tr>
    ))}
  </SmallTable>
);
