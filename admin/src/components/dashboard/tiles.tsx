import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { DashboardSight, Requests } from "../../sight.ts";
import { count, exact } from "../format.ts";
import { listPath, resourceOf } from "../here.ts";
import { rangeWords } from "../range.tsx";

/** The figures one looks for first; each leads to the list behind it. */
export function Tiles({ answer: { health, requests, totals, change, activeProjects, counts } }: { answer: DashboardSight }) {
  const before = `the ${rangeWords[requests.range]} before`;
  const refused = totals.quota + totals.suspension;
  const asked = totals.served + refused;
  return (
    <div className="tiles">
      <Health health={health} />
      <Tile
        title="Requests"
        value={totals.served}
        note={changeWords(change.served, before)}
        of="usage_metrics"
        filter="filters.metric=requests"
      />
      <Tile
        title="Refused"
        value={refused}
        note={asked === 0 ? "of no requests" : `${shareOf(refused, asked)} of all requests`}
        of="usage_metrics"
        filter="filters.metric=requests_refused"
        tone={refused > 0 ? "warn" : ""}
      />
      <Tile
        title="Our errors"
        value={totals.errors}
        note={totals.served === 0 ? "of no answers" : `${shareOf(totals.errors, totals.served)} of answers`}
        of="usage_metrics"
        filter="filters.metric=errors_5xx"
        tone={totals.errors / Math.max(1, totals.served) > badShare ? "danger" : ""}
      />
      <Tile title="Projects" value={activeProjects} note={`in use, of ${count(counts.projects)}`} of="projects" />
      <Tile
        title="Suspended"
        value={counts.suspended}
        note={`now · ${exact(counts.overrides)} ${counts.overrides === 1 ? "override" : "overrides"} in force`}
        of="suspensions"
        filter="filters.state=in+force"
        tone={counts.suspended > 0 ? "danger" : ""}
      />
      <Tile
        title="Mail waiting"
        value={counts.waitingMail}
        note={counts.failedMail === 0 ? "none failed" : `${exact(counts.failedMail)} failed`}
        of="outbox"
        filter="filters.state=waiting"
        tone={counts.failedMail > 0 ? "danger" : ""}
      />
    </div>
  );
}

/** More of our own errors than this is no accident any more. */
const badShare = 0.01;

/** "3.2 %"; what is more than nothing is never told as nothing. */
export function shareOf(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.01) return "under 0.01 %";
  return `${percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(2))} %`;
}

/** How much more or less than before. */
export function changeWords(change: Requests[keyof Requests] | null, before: string): string {
  if (change === null) return `none ${before}`;
  const percent = Math.round(Math.abs(change) * 100);
  if (percent === 0) return `as in ${before}`;
  if (change >= 1) return `${(change + 1).toFixed(1)} times ${before}`;
  return `${change > 0 ? "▲" : "▼"} ${percent} % on ${before}`;
}

export const healthWords = { pass: "All up", warn: "Slow", fail: "Down" } as const;
export const healthTones = { pass: "well", warn: "warn", fail: "danger" } as const;

const sealedWithinSeconds = 60;

export const sealWords = (seconds: number) =>
  seconds < sealedWithinSeconds ? "audit log sealed" : `audit log not sealed for ${exact(Math.round(seconds / 60))} min`;

export const jobsWords = (late: number) => `${exact(late)} ${late === 1 ? "job" : "jobs"} late`;

/** The one tile without a list: what is behind it is the health that machines read. */
const Health = ({ health: { status, databaseMs, secondsUnsealed, jobsLate } }: { health: DashboardSight["health"] }) => (
  <a className={`tile ${healthTones[status]}`} href="/api/health/db" target="_blank" rel="noreferrer">
    <Face
      title="Health"
      value={healthWords[status]}
      note={
        databaseMs === undefined
          ? "the database does not answer"
          : `database in ${exact(databaseMs)} ms · ${sealWords(secondsUnsealed)} · ${jobsWords(jobsLate)}`
      }
    />
  </a>
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

function Tile({ title, value, note, of, filter, tone = "" }: TileProps) {
  const face = <Face title={title} value={<span title={exact(value)}>{count(value)}</span>} note={note} />;
  return resourceOf(of) ? (
    <Link className={`tile ${tone}`} to={`${listPath(of)}${filter ? `?${filter}` : ""}`}>
      {face}
    </Link>
  ) : (
    <div className={`tile ${tone}`}>{face}</div>
  );
}

const Face = ({ title, value, note }: { title: string; value: ReactNode; note: string }) => (
  <>
    <span className="tile-title">{title}</span>
    <span className="tile-value">{value}</span>
    <span className="tile-note">{note}</span>
  </>
);
