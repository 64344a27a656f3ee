import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { LimitSight, Names, ProjectPageSight, RecordAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { amount, exactAmount, percent, words } from "./format.ts";
import { listPath, recordPath } from "./here.ts";
import { Badge, Id, Named, Time } from "./values.tsx";

/** A project at one glance: whether it is served and why not, its limits, its keys, and what was done to it. */
export function ProjectPage({ resource, answer, page }: { resource: ResourceSight; answer: RecordAnswer; page: ProjectPageSight }) {
  const { record, names } = answer;
  return (
    <>
      {page.suspension ? <SuspensionBanner suspension={page.suspension} names={names} /> : null}
      <Facts record={record} page={page} names={names} />
      <div className="columns">
        <Limits resource={resource} record={record} limits={page.limits} overrides={page.overrides} />
        <Keys record={record} keys={page.keys} />
      </div>
      <Section title="Last changes" more={`${listPath("audit_logs")}?filters.project_id=${record.id}`}>
        <AuditEntries entries={page.audit} names={names} empty="Nothing was changed yet." />
      </Section>
    </>
  );
}

function SuspensionBanner({ suspension, names }: { suspension: RecordSight; names: Names }) {
  const { params } = suspension;
  const isAhead = params["state"] === "scheduled";
  return (
    <section className={`banner ${isAhead ? "warn" : "danger"}`} aria-label="Suspension">
      <div>
        <strong>
          {isAhead ? "To be suspended" : "Suspended"} for {String(params["reason"])} <Time at={String(params["starts_at"])} />
        </strong>{" "}
        by <Named id={String(params["imposed_by"])} names={names} />
        {params["ends_at"] ? (
          <>
            , lifts by itself <Time at={String(params["ends_at"])} />
          </>
        ) : (
          ", until it is lifted"
        )}
        <p className="statement">{String(params["statement"])}</p>
      </div>
      {suspension.acts.includes("lift") ? (
        <Link className="button" to={recordPath("suspensions", suspension.id, "lift")}>
          Lift
        </Link>
      ) : null}
    </section>
  );
}

function Facts({ record, page, names }: { record: RecordSight; page: ProjectPageSight; names: Names }) {
  const { params } = record;
  const live = page.keys.filter((each) => each.params["state"] === "live").length;
  return (
    <dl className="facts">
      <Fact label="Owner">
        <Id id={String(params["developer_id"])} name={names[String(params["developer_id"])]} />
      </Fact>
      <Fact label="Region">{String(params["region_id"])}</Fact>
      <Fact label="Created">
        <Time at={String(params["created_at"])} />
      </Fact>
      <Fact label="Live keys">{live}</Fact>
      <Fact label="Database">{page.tenant ? <Badge word={page.tenant.state} /> : "–"}</Fact>
      {params["purge_at"] ? (
        <Fact label="Purged">
          <Time at={String(params["purge_at"])} />
        </Fact>
      ) : null}
    </dl>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

export const Section = ({ title, more, children }: { title: string; more?: string; children: ReactNode }) => (
  <section className="sheet section">
    <header>
      <h2>{title}</h2>
      {more ? <Link to={more}>All</Link> : null}
    </header>
    {children}
  </section>
);

interface LimitsProps {
  readonly resource: ResourceSight;
  readonly record: RecordSight;
  readonly limits: readonly LimitSight[];
  readonly overrides: readonly RecordSight[];
}

function Limits({ record, limits, overrides }: LimitsProps) {
  return (
    <Section title="Limits" more={`${listPath("manual_overrides")}?filters.project_id=${record.id}`}>
      <ul className="limits">
        {limits.map((limit) => (
          <Limit key={limit.metric} limit={limit} />
        ))}
      </ul>
      {overrides
        .filter(({ params }) => params["state"] === "scheduled")
        .map(({ id, params }) => (
          <p key={id} className="quiet line">
            {words(String(params["metric"]))} will be {amount(Number(params["limit_value"]), String(params["metric"]))}{" "}
            <Time at={String(params["starts_at"])} />
          </p>
        ))}
    </Section>
  );
}

const windowWords = { second: "busiest second of the last minute", day: "today, UTC" } as const;

function Limit({ limit: { metric, limit, used, source, window, resetsAt } }: { limit: LimitSight }) {
  const share = percent(used, limit);
  const tone = share >= 100 ? "danger" : share >= 80 ? "warn" : "";
  return (
    <li>
      <div className="limit-head">
        <span className="limit-name">{words(metric)}</span>
        <span title={`${exactAmount(used, metric)} of ${exactAmount(limit, metric)}`} className="limit-figures">
          <strong>{amount(used, metric).replace(/ \/\w+$/, "")}</strong> of {amount(limit, metric)}
          <span className={`share ${tone}`}>{share} %</span>
        </span>
      </div>
      <div className={`bar ${tone}`} role="img" aria-label={`${share} % used`}>
        <span ref={(bar) => bar?.style.setProperty("width", `${Math.min(share, 100)}%`)} />
      </div>
      <div className="limit-foot">
        <span>
          {window ? windowWords[window] : "as last measured"}
          {resetsAt && window === "day" ? (
            <>
              , resets <Time at={resetsAt} />
            </>
          ) : null}
        </span>
        <span>
          <Badge word={source.kind} />
          {source.until ? (
            <>
              {" "}
              ends <Time at={source.until} />
            </>
          ) : null}
          {source.kind === "override" && source.id ? (
            <>
              {" "}
              <Link to={recordPath("manual_overrides", source.id)}>why</Link>
            </>
          ) : null}
        </span>
      </div>
    </li>
  );
}

const Keys = ({ record, keys }: { record: RecordSight; keys: readonly RecordSight[] }) => (
  <Section title="Keys" more={`${listPath("api_keys")}?filters.project_id=${record.id}`}>
    {keys.length === 0 ? (
      <p className="empty small">The owner has made no key yet.</p>
    ) : (
      <table className="list plain">
        <tbody>
          {keys.map(({ id, title, params }) => (
            <tr key={id}>
              <td className="wide">
                <Link className="row-link" to={recordPath("api_keys", id)}>
                  {title}
                </Link>
              </td>
              <td>
                <Badge word={String(params["kind"])} />
              </td>
              <td>
                <code>{String(params["prefix"])}…</code>
              </td>
              <td>
                <Badge word={String(params["state"])} />
              </td>
              <td className="quiet">
                {params["last_used_at"] ? (
                  <>
                    used <Time at={String(params["last_used_at"])} />
                  </>
                ) : (
                  "unused"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
);

export const AuditEntries = ({ entries, names, empty }: { entries: readonly RecordSight[]; names: Names; empty: string }) =>
  entries.length === 0 ? (
    <p className="empty small">{empty}</p>
  ) : (
    <table className="list plain">
      <tbody>
        {entries.map(({ id, params }) => (
          <tr key={id}>
            <td className="when">
              <Time at={String(params["at"])} />
            </td>
            <td>
              <Link className="row-link" to={recordPath("audit_logs", id)}>
                {String(params["action"])}
              </Link>
            </td>
            <td>
              <Id id={String(params["actor_id"])} name={names[String(params["actor_id"])]} />
            </td>
            <td>
              <Id id={String(params["target"])} name={names[String(params["target"])]} />
            </td>
            <td className="quiet wide">{params["reason"] ? String(params["reason"]) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
