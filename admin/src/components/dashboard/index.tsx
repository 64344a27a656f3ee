import type { DashboardSight } from "../../sight.ts";
import { AuditEntries } from "../audit-entries.tsx";
import { Picture } from "../charts/picture.tsx";
import { errorSeries, perStepOf, requestSeries, toldOf } from "../charts/requests.ts";
import { count } from "../format.ts";
import { listPath } from "../here.ts";
import { Problem } from "../problem.tsx";
import { NeedsAPerson } from "../queue/glimpse.tsx";
import { RangeSwitch, useRange } from "../range.tsx";
import { Section } from "../section.tsx";
import { useAgain, useFetched } from "../talk.ts";
import { Caps } from "./caps.tsx";
import { OverridesEnding, SanctionsNow } from "./in-force.tsx";
import { ByGrowth, ByUse } from "./ranking.tsx";
import { Tiles } from "./tiles.tsx";
import { Waiting } from "./waiting.tsx";

const usagePath = (metric: string) => `${listPath("usage_metrics")}?filters.metric=${metric}`;

/** The state of the platform at a glance. Every part leads to the list behind it. */
export function Dashboard() {
  const [range, change] = useRange("day");
  const { answer, problem, isLoading, refresh } = useFetched<DashboardSight>(`/dashboard?range=${range}`, "dashboard");
  document.title = "Overview · NextMavens console";
  useAgain(refresh);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Overview</h1>
          <p className="quiet">What is asked of the platform, who comes near a limit, and what was done last.</p>
        </div>
        <RangeSwitch range={range} change={change} />
      </header>
      {problem ? (
        <Problem said={problem} />
      ) : (
        <div className={`glance${isLoading && answer ? " is-stale" : ""}`} aria-busy={isLoading}>
          {answer ? <Glance answer={answer} /> : <Waiting />}
        </div>
      )}
    </>
  );
}

function Glance({ answer }: { answer: DashboardSight }) {
  const { requests, newcomers, names } = answer;
  const errors = requests.points.reduce((sum, each) => sum + each.errors, 0);
  return (
    <>
      <NeedsAPerson items={answer.queue} names={names} />
      <Tiles answer={answer} />
      <div className="wide-and-narrow">
        <Picture
          title="Requests"
          unit={perStepOf("requests", requests)}
          more={usagePath("requests")}
          label={`Requests over time: ${toldOf(requests.points)}.`}
          empty="The first request with a project's key is drawn here within a minute."
          series={requestSeries}
          points={requests.points.map(asPoint)}
          from={requests.from}
          stepMs={requests.stepMs}
          size="tall"
        />
        <Caps caps={answer.caps} names={names} />
      </div>
      <div className="columns">
        <Picture
          title="Our errors"
          unit={perStepOf("answers 5xx", requests)}
          more={usagePath("errors_5xx")}
          label={`Errors over time: ${count(errors)} in all.`}
          empty="None: what fails by our own fault is drawn here."
          series={errorSeries}
          points={requests.points.map(asPoint)}
          from={requests.from}
          stepMs={requests.stepMs}
          size="short"
        />
        <Picture
          title="New projects and sign-ups"
          unit="per day (UTC), last 14 days"
          more={listPath("projects")}
          label={`New per day: ${newcomers.reduce((sum, each) => sum + each.projects, 0)} projects and ${newcomers.reduce((sum, each) => sum + each.developers, 0)} developers in 14 days.`}
          empty="Nobody signed up in these days."
          series={newcomerSeries}
          isGrouped
          points={newcomers.map(({ projects, developers }) => ({ projects, developers }))}
          from={newcomers[0]?.at ?? requests.from}
          stepMs={86_400_000}
          size="short"
        />
      </div>
      <div className="columns">
        <ByUse answer={answer} />
        <ByGrowth answer={answer} />
      </div>
      <div className="columns">
        <SanctionsNow suspensions={answer.suspensions} names={names} />
        <OverridesEnding overrides={answer.overrides} names={names} />
      </div>
      <Section title="Last changes" more={listPath("audit_logs")}>
        <AuditEntries entries={answer.audit} names={names} empty="Every change writes an entry here." />
      </Section>
    </>
  );
}

const newcomerSeries = [
  { name: "projects", label: "Projects" },
  { name: "developers", label: "Sign-ups" },
];

const asPoint = ({ served, quota, suspension, errors }: DashboardSight["requests"]["points"][number]) => ({
  served,
  quota,
  suspension,
  errors,
});
