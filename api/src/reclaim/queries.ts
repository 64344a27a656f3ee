import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Reclaim } from "./contract.ts";

const columns = sql`
  id, project_id as "projectId", state, requested_at as "requestedAt", started_at as "startedAt", finished_at as "finishedAt",
  bytes_before as "bytesBefore", bytes_after as "bytesAfter", tables, problem`;

/** Nothing comes back while one of the project is under way. */
export const insert = (db: Db, { id, projectId, by, now }: { id: string; projectId: string; by: string; now: string }) =>
  db.maybe(
    Reclaim,
    sql`
    insert into reclaims (id, project_id, requested_by, requested_at) values (${id}, ${projectId}, ${by}, ${now})
    on conflict (project_id) where state in ('waiting', 'running') do nothing
    returning ${columns}`,
  );

export const findLast = (db: Db, projectId: string) =>
  db.maybe(Reclaim, sql`select ${columns} from reclaims where project_id = ${projectId} order by id desc limit 1`);

/** Nothing comes back where it was begun already. */
export const begin = (db: Db, id: string, now: string) =>
  db.maybe(
    Reclaim,
    sql`update reclaims set state = 'running', started_at = ${now} where id = ${id} and state = 'waiting' returning ${columns}`,
  );

export interface Outcome {
  readonly bytesBefore: number | null;
  readonly bytesAfter: number | null;
  readonly tables: NonNullable<Reclaim["tables"]>;
  readonly problem: string | null;
}

export const finish = (db: Db, id: string, { bytesBefore, bytesAfter, tables, problem }: Outcome, now: string) =>
  db.maybe(
    Reclaim,
    sql`
    update reclaims set state = ${problem === null ? "done" : "failed"}, finished_at = ${now}, bytes_before = ${bytesBefore},
      bytes_after = ${bytesAfter}, tables = ${JSON.stringify(tables)}, problem = ${problem}
    where id = ${id} and state = 'running'
    returning ${columns}`,
  );

/** Those begun so long ago that whoever ran them must have died. */
export const failStale = (db: Db, before: string, problem: string, now: string) =>
  db.many(
    Reclaim,
    sql`
    update reclaims set state = 'failed', finished_at = ${now}, problem = ${problem}
    where state = 'running' and started_at < ${before}
    returning ${columns}`,
  );

export const listWaiting = (db: Db) => db.many(Reclaim, sql`select ${columns} from reclaims where state = 'waiting' order by id limit 100`);
