import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { AuditHold } from "./hold-contract.ts";

const columns = sql`
  id, reason, placed_by as "placedBy", placed_at as "placedAt", ended_by as "endedBy", ended_at as "endedAt", end_reason as "endReason"`;

export const hasHold = async (db: Db): Promise<boolean> =>
  (await db.one(z.object({ holds: z.boolean() }), sql`select exists (select from audit_holds where ended_at is null) as holds`)).holds;

/** Newest first, one more than asked for. */
export const list = (db: Db, before: string | undefined, limit: number) =>
  db.many(
    AuditHold,
    sql`
    select ${columns} from audit_holds
    where (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const insert = (db: Db, hold: { readonly id: string; readonly reason: string; readonly placedBy: string; readonly now: string }) =>
  db.one(
    AuditHold,
    sql`
    insert into audit_holds (id, reason, placed_by, placed_at) values (${hold.id}, ${hold.reason}, ${hold.placedBy}, ${hold.now})
    returning ${columns}`,
  );

export const lock = (db: Db, id: string) => db.maybe(AuditHold, sql`select ${columns} from audit_holds where id = ${id} for no key update`);

export const end = (db: Db, id: string, ended: { readonly by: string; readonly reason: string; readonly now: string }) =>
  db.one(
    AuditHold,
    sql`
    update audit_holds set ended_by = ${ended.by}, ended_at = ${ended.now}, end_reason = ${ended.reason}
    where id = ${id}
    returning ${columns}`,
  );
