import { Link } from "react-router-dom";
import type { LimitSight, RecordSight } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { listPath, recordPath } from "../here.ts";
import { LimitBar, LimitFigures, LimitSource } from "../limit-bar.tsx";
import { Section } from "../section.tsx";
import { Time } from "../values.tsx";

interface LimitsProps {
  readonly project: RecordSight;
  readonly limits: readonly LimitSight[];
  readonly overrides: readonly RecordSight[];
}

/** The limits in force, how much of each is used, and where each comes from; and those that will be. */
export const Limits = ({ project, limits, overrides }: LimitsProps) => (
  <Section title="Limits" more={`${listPath("manual_overrides")}?filters.project_id=${project.id}`}>
    <ul className="limits">
      {limits.map((limit) => (
        <Limit key={limit.metric} limit={limit} />
      ))}
    </ul>
    {overrides
      .filter(({ params }) => params["state"] === "scheduled")
      .map(({ id, params }) => (
        <p key={id} className="quiet line">
          <Link to={recordPath("manual_overrides", id)}>
            {words(String(params["metric"]))} will be {amount(Number(params["limit_value"]), String(params["metric"]))}
          </Link>{" "}
          <Time at={String(params["starts_at"])} />
        </p>
      ))}
  </Section>
);

const windowWords = { second: "busiest second of the last minute", day: "today, UTC", month: "this month, UTC" } as const;

const Limit = ({ limit }: { limit: LimitSight }) => (
  <li>
    <div className="limit-head">
      <span className="limit-name">{words(limit.metric)}</span>
      <LimitFigures {...limit} />
    </div>
    <LimitBar {...limit} isWarned={limit.window !== "second"} />
    <div className="limit-foot">
      <span>
        {limit.window ? windowWords[limit.window] : "as last measured"}
        {limit.resetsAt && limit.window !== "second" ? (
          <>
            , resets <Time at={limit.resetsAt} />
          </>
        ) : null}
        {limit.threshold && limit.window !== "second" ? `, warned at ${limit.threshold} %` : ""}
      </span>
      <LimitSource source={limit.source} />
    </div>
  </li>
);
