import { Link } from "react-router-dom";
import type { Names, PlanPageSight, RecordAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Fact, Facts } from "./facts.tsx";
import { amount, exact, exactAmount, words } from "./format.ts";
import { listPath, mayBacktest, recordPath, testable } from "./here.ts";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { useFetched } from "./talk.ts";
import { trialPath } from "./trial.ts";
import { Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: PlanPageSight;
}

/** A plan: what it limits, whom that reaches, and what it allows altogether. */
export const PlanPage = ({ resource, answer: { record, names }, page }: Props) => (
  <>
    <Reach page={page} />
    <div className="wide-and-narrow">
      <Limits resource={resource} plan={record} page={page} />
      <Developers plan={record.id} developers={page.developers} />
    </div>
    <Whole resource={resource} record={record} names={names} />
  </>
);

const Reach = ({ page: { developersCount, projectsCount } }: { page: PlanPageSight }) => (
  <Facts>
    <Fact label="Developers">{developersCount}</Fact>
    <Fact label="Projects">{projectsCount}</Fact>
  </Facts>
);

interface LimitsProps {
  readonly resource: ResourceSight;
  readonly plan: RecordSight;
  readonly page: PlanPageSight;
}

const Limits = ({ resource, plan, page: { limits, ownAmong } }: LimitsProps) => {
  const mayChange = resource.acts.some(({ name }) => name === "set-limit") && plan.acts.includes("set-limit");
  return (
    <Section title="Limits of each project" unit="where neither a quota nor an override is set">
      <SmallTable
        label="Limits of each project"
        head={[
          "Metric",
          { title: "Limit", isFigure: true },
          { title: "Projects with their own", isFigure: true },
          { title: "What to do", isUnseen: true },
        ]}
      >
        {limits.map(({ metric, limit, own }) => (
          <tr key={metric}>
            <td className="kept">{words(metric)}</td>
            <td className="figure" title={exactAmount(limit, metric)}>
              {amount(limit, metric)}
            </td>
            <td className="figure">{own === 0 ? "–" : exact(own)}</td>
            <td className="row-acts">
              {mayBacktest && testable.includes(metric) ? (
                <Link
                  className="button small"
                  to={trialPath({ kind: "plan", plan: plan.id, metric, limit: String(limit) })}
                  aria-label={`Try another limit: ${words(metric)}`}
                >
                  Try
                </Link>
              ) : null}
              {mayChange ? (
                <Link
                  className="button small"
                  to={`${recordPath(resource.id, plan.id, "set-limit")}?${new URLSearchParams({ metric, limit: String(limit) })}`}
                  aria-label={`Change ${words(metric)}`}
                >
                  Change
                </Link>
              ) : null}
            </td>
          </tr>
        ))}
      </SmallTable>
      {ownAmong === null ? null : (
        <p className="among" role="note">
          Projects with their own are those among the newest {exact(ownAmong)} quotas.
        </p>
      )}
    </Section>
  );
};

const Developers = ({ plan, developers }: { plan: string; developers: readonly RecordSight[] }) => (
  <Section title="Who is on it" unit="the newest first" more={`${listPath("developers")}?filters.plan=${encodeURIComponent(plan)}`}>
    {developers.length === 0 ? (
      <p className="empty small">Nobody. A developer is put on another plan on their own page.</p>
    ) : (
      <SmallTable label="Who is on it">
        {developers.map(({ id, title, params }) => (
          <tr key={id}>
            <td className="wide">
              <Link className="row-link" to={recordPath("developers", id)}>
                {title}
              </Link>
            </td>
            <td className="when">
              <Time at={String(params["created_at"])} />
            </td>
          </tr>
        ))}
      </SmallTable>
    )}
  </Section>
);

/** What is no limit of a project stands with the rest of the record. */
const Whole = ({ resource, record, names }: { resource: ResourceSight; record: RecordSight; names: Names }) => (
  <Details
    resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "developers" && name !== "projects") }}
    record={record}
    names={names}
  />
);

/** Whom a change of a plan reaches, beside its form. */
export function PlanNow({ id }: { id: string }) {
  const { answer } = useFetched<RecordAnswer>(`/resources/plans/records/${encodeURIComponent(id)}/show`, id);
  if (!answer?.plan) return <aside className="now" aria-busy="true" />;
  const { plan } = answer;
  return (
    <aside className="now" aria-label="Whom the plan reaches now">
      <Reach page={plan} />
      <Section title="Limits now">
        <dl className="details">
          {plan.limits.map(({ metric, limit, own }) => (
            <div key={metric}>
              <dt>{words(metric)}</dt>
              <dd title={exactAmount(limit, metric)}>
                {amount(limit, metric)}
                {own === 0 ? null : <span className="quiet"> · {exact(own)} with their own</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Developers plan={id} developers={plan.developers} />
    </aside>
  );
}
