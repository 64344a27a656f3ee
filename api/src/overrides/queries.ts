import type { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Override } from "./contract.ts";

const Row = Override.omit({ state: true });
export type Row = z.output<typeof Row>;

const columns = sql`
  id, project_id as "projectId", metric, limit_value as limit, reason, starts_at as "startsAt", ends_at as "endsAt",
  created_by as "createdBy", created_at as "createdAt", ended_at as "endedAt", ended_by as "endedBy", end_reason as "endReason"`;

export const insert = (db: Db, override: Omit<Row, "endedAt" | "endedBy" | "endReason"> & Partial<Row>) =>
  db.one(
    Row,
    sql`
    insert into manual_overrides
      (id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at, ended_at, ended_by, end_reason)
    values (${override.id}, ${override.projectId}, ${override.metric}, ${override.limit}, ${override.reason},
      ${override.startsAt}, ${override.endsAt}, ${override.createdBy}, ${override.createdAt},
      ${override.endedAt ?? null}, ${override.endedBy ?? null}, ${override.endReason ?? null})
    returning ${columns}`,
  );

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from manual_overrides where id = ${id} for update`);

export const end = (db: Db, id: string, by: string, reason: string, now: string) =>
  db.one(
    Row,
    sql`
    update manual_overrides set ended_at = ${now}, ended_by = ${by}, end_reason = ${reason} where id = ${id}
    returning ${columns}`,
  );

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    Row,
    sql`
    select ${columns} from manual_overrides
    where project_id = ${projectId} and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

/** Stamps those whose time is over; one that somebody else is just ending is left to them. */
export const endDue = (db: Db, by: string, reason: string, now: string) =>
  db.many(
    Row,
    sql`
    update manual_overrides set ended_at = ends_at, ended_by = ${by}, end_reason = ${reason}
    where id in (select id from manual_overrides where ended_at is null and ends_at <= ${now} limit 500 for update skip locked)
    returning ${columns}`,
  );
