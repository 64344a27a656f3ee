import { Link } from "react-router-dom";
import type { CapSight, Names } from "../../sight.ts";
import { words } from "../format.ts";
import { listPath, recordPath } from "../here.ts";
import { LimitBar, LimitFigures, LimitSource } from "../limit-bar.tsx";
import { Section } from "../section.tsx";

const windows: Readonly<Record<string, string>> = {
  requests_per_day: "today",
  requests_per_month: "this month",
  rows_written_per_day: "today",
  query_ms_per_day: "today",
  egress_bytes_per_month: "this month",
  requests_per_second: "busiest second of the last hour",
};

/** The projects that used most of what they may. */
export const Caps = ({ caps, names }: { caps: readonly CapSight[]; names: Names }) => (
  <Section title="Nearest to a limit" unit="today, UTC" more={listPath("project_quotas")} className="caps">
    {caps.length === 0 ? (
      <p className="empty small">Projects appear here as they use what their plan, quota or override allows.</p>
    ) : (
      <ul className="limits">
        {caps.map((cap) => (
          <li key={`${cap.projectId} ${cap.metric}`}>
            <div className="limit-head">
              <Link className="row-link" to={recordPath("projects", cap.projectId)}>
                {names[cap.projectId] ?? cap.projectId}
              </Link>
              <LimitFigures {...cap} />
            </div>
            <div className="limit-foot">
              <span title={windows[cap.metric]}>{words(cap.metric)}</span>
              <LimitSource source={cap.source} />
            </div>
            <LimitBar {...cap} />
          </li>
        ))}
      </ul>
    )}
  </Section>
);
