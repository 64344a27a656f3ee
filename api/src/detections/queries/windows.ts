import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Bucket } from "../features/buckets.ts";
import { Recorded } from "./minutes.ts";

/** Writes down what a process summed, and adds the requests of each endpoint to those of all processes. */
export async function record(db: Db, buckets: readonly Bucket[], now: string): Promise<void> {
  const rows = buckets.map(({ subject, startsAt, tally }) => ({
    kind: subject.kind,
    id: subject.id,
    at: new Date(startsAt).toISOString(),
    tally: tally.toRecord(),
  }));
  await db.run(sql`
    insert into feature_windows (subject_kind, subject_id, starts_at, tally, written_at)
    select kind, id, at, tally, ${now}
    from json_to_recordset(${JSON.stringify(rows)}) as r (kind text, id text, at timestamptz, tally jsonb)`);
  const endpoints = endpointsOf(buckets);
  if (endpoints.length === 0) return;
  await db.run(sql`
    insert into error_metrics as m (project_id, endpoint, minute, requests, client_errors)
    select "projectId", endpoint, minute, requests, errors
    from json_to_recordset(${JSON.stringify(endpoints)})
      as r ("projectId" text, endpoint text, minute timestamptz, requests bigint, errors bigint)
    order by 1, 2, 3
    on conflict (project_id, endpoint, minute) do update
      set requests = m.requests + excluded.requests, client_errors = m.client_errors + excluded.client_errors`);
}

const minuteMs = 60_000;

interface EndpointMinute {
  readonly projectId: string;
  readonly endpoint: string;
  readonly minute: string;
  requests: number;
  errors: number;
}

/** One row for each project, endpoint and minute, as one statement needs it. */
function endpointsOf(buckets: readonly Bucket[]): readonly EndpointMinute[] {
  const rows = new Map<string, EndpointMinute>();
  for (const { subject, startsAt, tally } of buckets) {
    if (subject.kind !== "project") continue;
    const minute = new Date(startsAt - (startsAt % minuteMs)).toISOString();
    for (const [endpoint, [requests, errors]] of tally.endpoints) {
      const place = `${subject.id} ${minute} ${endpoint}`;
      const row = rows.get(place) ?? { projectId: subject.id, endpoint, minute, requests: 0, errors: 0 };
      row.requests += requests;
      row.errors += errors;
      rows.set(place, row);
    }
  }
  return [...rows.values()];
}

const Written = Recorded.extend({ id: z.number() });

/** What any process wrote down since a moment, the oldest first, but for what was read already. */
export const listWritten = (db: Db, since: string, besides: readonly number[]) =>
  db.many(
    Written,
    sql`
    select id, subject_kind as kind, subject_id as "subjectId", starts_at as "startsAt", tally
    from feature_windows where written_at >= ${since} and id <> all(${besides}::bigint[]) order by id`,
  );

const Errors = z.object({ projectId: z.string(), endpoint: z.string(), minute: z.string(), requests: z.number(), errors: z.number() });

/** What endpoints had in a range of time. */
export const listErrors = (db: Db, from: string, to: string) =>
  db.many(
    Errors,
    sql`
    select project_id as "projectId", endpoint, minute, requests, client_errors as errors
    from error_metrics where minute >= ${from} and minute < ${to}`,
  );

export const forgetBefore = async (db: Db, windows: string, errors: string): Promise<void> => {
  await db.run(sql`delete from feature_windows where written_at < ${windows}`);
  await db.run(sql`delete from error_metrics where minute < ${errors}`);
};
