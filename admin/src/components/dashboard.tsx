import { Link } from "react-router-dom";
import type { DashboardSight, RecordSight } from "../sight.ts";
import { count, exact } from "./format.ts";
import { listPath, recordPath, resourceOf } from "./here.ts";
import { AuditEntries, Section } from "./project.tsx";
import { useFetched } from "./talk.ts";
import { Badge, Id, Time } from "./values.tsx";

/** The first page. Every tile leads to the list behind it. */
export function Dashboard() {
  const { answer, problem } = useFetched<DashboardSight>("/dashboard", "dashboard");
  document.title = "Overview · NextMavens console";
  if (problem) return <p className="notice error">{problem}</p>;
  if (!answer) return <p className="waiting">Loading…</p>;
  const { counts, lastHour, names } = answer;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Overview</h1>
          <p className="quiet">How it is, what there is, and what was done last.</p>
        </div>
      </header>
      <div className="tiles">
        <Health health={answer.health} />
        <Tile title="Projects" value={counts.projects} note={`${exact(counts.newProjects)} new in 7 days`} of="projects" />
        <Tile title="Developers" value={counts.developers} note={`${exact(counts.newDevelopers)} new in 7 days`} of="developers" />
        <Tile title="Live keys" value={counts.liveKeys} note="neither revoked nor expired" of="api_keys" />
        <Tile
          title="Requests"
          value={lastHour.requests}
          note={`last hour · ${exact(lastHour.errors)} failed on our side`}
          of="usage_metrics"
          filter="?filters.metric=requests"
        />
        <Tile
          title="Refused"
          value={lastHour.refused}
          note="last hour, by limits and suspensions"
          of="usage_metrics"
          filter="?filters.metric=requests_refused"
          tone={lastHour.refused > 0 ? "warn" : ""}
        />
        <Tile
          title="Suspended"
          value={counts.suspended}
          note="projects, at this moment"
          of="suspensions"
          tone={counts.suspended > 0 ? "danger" : ""}
        />
        <Tile
          title="Mail waiting"
          value={counts.waitingMail}
          note={`${exact(counts.failedMail)} failed`}
          of="outbox"
          tone={counts.failedMail > 0 ? "danger" : ""}
        />
      </div>
      <div className="columns">
        <Section title="Newest projects" more={listPath("projects")}>
          <Records records={answer.projects} empty="A project appears here as soon as a developer makes one.">
            {({ id, title, params }) => (
              <>
                <td className="wide">
                  <Link className="row-link" to={recordPath("projects", id)}>
                    {title}
                  </Link>
                </td>
                <td>
                  <Badge word={String(params["state"])} />
                </td>
                <td>
                  <Id id={String(params["developer_id"])} name={names[String(params["developer_id"])]} />
                </td>
                <td className="when">
                  <Time at={String(params["created_at"])} />
                </td>
              </>
            )}
          </Records>
        </Section>
        <div className="column">
          <Section title="Suspended now" more={listPath("suspensions")}>
            <Records records={answer.suspensions} empty="No project is suspended.">
              {({ id, params }) => (
                <>
                  <td className="wide">
                    <Id id={String(params["project_id"])} name={names[String(params["project_id"])]} />
                  </td>
                  <td>
                    <Link to={recordPath("suspensions", id)}>{String(params["reason"])}</Link>
                  </td>
                  <td className="when">
                    since <Time at={String(params["starts_at"])} />
                  </td>
                </>
              )}
            </Records>
          </Section>
          <Section title="Overrides in force" more={listPath("manual_overrides")}>
            <Records records={answer.overrides} empty="No limit is overridden.">
              {({ id, params }) => (
                <>
                  <td className="wide">
                    <Id id={String(params["project_id"])} name={names[String(params["project_id"])]} />
                  </td>
                  <td>
                    <Link to={recordPath("manual_overrides", id)}>{String(params["metric"]).replaceAll("_", " ")}</Link>
                  </td>
                  <td className="when">
                    ends <Time at={String(params["ends_at"])} />
                  </td>
                </>
              )}
            </Records>
          </Section>
        </div>
      </div>
      <Section title="Last changes" more={listPath("audit_logs")}>
        <AuditEntries entries={answer.audit} names={names} empty="Every change writes an entry here." />
      </Section>
    </>
  );
}

const healthWords = { pass: "All up", warn: "Slow", fail: "Down" } as const;
const healthTones = { pass: "well", warn: "warn", fail: "danger" } as const;

const Health = ({ health: { status, databaseMs } }: { health: DashboardSight["health"] }) => (
  <div className={`tile ${healthTones[status]}`}>
    <span className="tile-title">Health</span>
    <span className="tile-value">{healthWords[status]}</span>
    <span className="tile-note">
      {databaseMs === undefined ? "the database does not answer" : `database answers in ${exact(databaseMs)} ms`}
    </span>
  </div>
);

interface TileProps {
  readonly title: string;
  readonly value: number;
  readonly note: string;
  /** The resource whose list is behind it, and how that is filtered. */
  readonly of: string;
  readonly filter?: string;
  readonly tone?: string;
}

function Tile({ title, value, note, of, filter = "", tone = "" }: TileProps) {
  const content = (
    <>
      <span className="tile-title">{title}</span>
      <span className="tile-value" title={exact(value)}>
        {count(value)}
      </span>
      <span className="tile-note">{note}</span>
    </>
  );
  return resourceOf(of) ? (
    <Link className={`tile ${tone}`} to={`${listPath(of)}${filter}`}>
      {content}
    </Link>
  ) : (
    <div className={`tile ${tone}`}>{content}</div>
  );
}

const Records = ({
  records,
  empty,
  children,
}: {
  records: readonly RecordSight[];
  empty: string;
  children: (record: RecordSight) => React.ReactNode;
}) =>
  records.length === 0 ? (
    <p className="empty small">{empty}</p>
  ) : (
    <table className="list plain">
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>{children(record)}</tr>
        ))}
      </tbody>
    </table>
  );
