import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

/** What served its time and tells nothing any more, table by table. */
export const forgetExpired = async (db: Db, now: string): Promise<void> => {
  await db.run(sql`delete from idempotency_keys where expires_at < ${now}`);
  await db.run(sql`delete from throttle where expire < ${Date.parse(now)}`);
  await db.run(sql`delete from email_tokens where expires_at < ${now}`);
  await db.run(sql`delete from console_sessions where expire < ${now}`);
  await db.run(sql`delete from developer_sessions where least(expires_at, ended_at) < ${now}::timestamptz - interval '30 days'`);
  await db.run(sql`delete from staff_sessions where least(expires_at, ended_at) < ${now}::timestamptz - interval '90 days'`);
  await db.run(sql`delete from refresh_tokens where expires_at < ${now}`);
  await db.run(sql`delete from taken_work where taken_at < ${now}::timestamptz - interval '90 days'`);
};
