import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Override } from "./contract.ts";

const Row = Override.omit({ state: true, effective: true });
export type Row = z.output<typeof Row>;

/** What was asked for and waits, or was rejected, is read as an override that says so. */
const Request = Row.extend({ decision: z.enum(["approved", "rejected"]).nullable() });
const Listed = Request.partial({ decision: true });
export type Listed = z.output<typeof Listed>;

const common = sql`
  id, project_id as "projectId", metric, limit_value as limit, reason, starts_at as "startsAt", ends_at as "endsAt",
  created_by as "createdBy", created_at as "createdAt"`;
const columns = sql`
  ${common}, approved_by as "approvedBy", approved_at as "approvedAt", ended_at as "endedAt", ended_by as "endedBy", end_reason as "endReason"`;
const requestColumns = sql`
  ${common}, null as "approvedBy", null::timestamptz as "approvedAt",
  decided_at as "endedAt", decided_by as "endedBy", decision_reason as "endReason", decision`;

type Asked = Pick<Row, "id" | "projectId" | "metric" | "limit" | "reason" | "startsAt" | "endsAt" | "createdBy" | "createdAt">;

export const insert = (db: Db, override: Asked & Partial<Row>) =>
  db.one(
    Row,
    sql`
    insert into manual_overrides
      (id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at, approved_by, approved_at,
        ended_at, ended_by, end_reason)
    values (${override.id}, ${override.projectId}, ${override.metric}, ${override.limit}, ${override.reason},
      ${override.startsAt}, ${override.endsAt}, ${override.createdBy}, ${override.createdAt},
      ${override.approvedBy ?? null}, ${override.approvedAt ?? null},
      ${override.endedAt ?? null}, ${override.endedBy ?? null}, ${override.endReason ?? null})
    returning ${columns}`,
  );

/** It waits for somebody else. */
export const ask = (db: Db, asked: Asked) =>
  db.one(
    Listed,
    sql`
    insert into override_requests (id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at)
    values (${asked.id}, ${asked.projectId}, ${asked.metric}, ${asked.limit}, ${asked.reason},
      ${asked.startsAt}, ${asked.endsAt}, ${asked.createdBy}, ${asked.createdAt})
    returning ${requestColumns}`,
  );

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from manual_overrides where id = ${id} for update`);

export const lockRequest = (db: Db, id: string) =>
  db.maybe(Request, sql`select ${requestColumns} from override_requests where id = ${id} for update`);

export const decide = (db: Db, id: string, decision: "approved" | "rejected", by: string, reason: string, now: string) =>
  db.one(
    Listed,
    sql`
    update override_requests set decision = ${decision}, decided_at = ${now}, decided_by = ${by}, decision_reason = ${reason} where id = ${id}
    returning ${requestColumns}`,
  );

export const end = (db: Db, id: string, by: string, reason: string, now: string) =>
  db.one(
    Row,
    sql`
    update manual_overrides set ended_at = ${now}, ended_by = ${by}, end_reason = ${reason} where id = ${id}
    returning ${columns}`,
  );

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    Listed,
    sql`
    select * from (
      select ${columns}, 'approved' as decision from manual_overrides where project_id = ${projectId}
      union all
      select ${requestColumns} from override_requests where project_id = ${projectId} and decision is distinct from 'approved'
    ) listed
    where ${before ?? null}::text is null or id < ${before ?? null}
    order by id desc
    limit ${limit + 1}`,
  );

/** No picture needs more neighbours than this. */
const neighboursMax = 500;

/** The newest of a project, whatever became of them: those that may limit it beside another. */
export const listNeighbours = (db: Db, projectId: string) =>
  db.many(Row, sql`select ${columns} from manual_overrides where project_id = ${projectId} order by id desc limit ${neighboursMax}`);

/** Marks those that end within a day, or of shorter ones those of whose time half is over, as told of. */
export const tellEnding = (db: Db, now: string) =>
  db.many(
    Row,
    sql`
    update manual_overrides set end_told_at = ${now}
    where id in (
      select id from manual_overrides
      where ended_at is null and end_told_at is null and ends_at > ${now} and ends_at <= ${now}::timestamptz + interval '1 day'
        and starts_at + (ends_at - starts_at) / 2 <= ${now}
      order by id limit 500 for update skip locked)
    returning ${columns}`,
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
