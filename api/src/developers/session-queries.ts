import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

export const insertSession = (
  db: Db,
  session: { id: string; developerId: string; now: string; expiresAt: string; userAgent: string | undefined; address: string | undefined },
) =>
  db.run(sql`
    insert into developer_sessions (id, developer_id, created_at, last_used_at, expires_at, user_agent, address)
    values (${session.id}, ${session.developerId}, ${session.now}, ${session.now}, ${session.expiresAt}, ${session.userAgent ?? null}, ${session.address ?? null})`);

export const insertRefreshToken = (db: Db, token: { hash: Buffer; sessionId: string; now: string; expiresAt: string }) =>
  db.run(sql`
    insert into refresh_tokens (token_hash, session_id, issued_at, expires_at)
    values (${token.hash}, ${token.sessionId}, ${token.now}, ${token.expiresAt})`);

/** Two requests with one refresh token at the same moment are not a theft: only one gets the lock. */
export const lockRefreshToken = async (db: Db, hash: Buffer) =>
  (
    await db.one(
      z.object({ taken: z.boolean() }),
      sql`select pg_try_advisory_xact_lock(${hash.readBigInt64BE().toString()}::bigint) as taken`,
    )
  ).taken;

export const findRefreshToken = (db: Db, hash: Buffer) =>
  db.maybe(
    z.object({
      sessionId: z.string(),
      developerId: z.string(),
      email: z.string(),
      name: z.string(),
      usedAt: z.string().nullable(),
      expiresAt: z.string(),
      endedAt: z.string().nullable(),
    }),
    sql`
    select s.id as "sessionId", d.id as "developerId", d.email, d.name, r.used_at as "usedAt",
      least(r.expires_at, s.expires_at) as "expiresAt", s.ended_at as "endedAt"
    from refresh_tokens r
    join developer_sessions s on s.id = r.session_id
    join developers d on d.id = s.developer_id and d.deleted_at is null
    where r.token_hash = ${hash}`,
  );

export const markUsed = (db: Db, hash: Buffer, sessionId: string, now: string) =>
  db.run(sql`
    with used as (update refresh_tokens set used_at = ${now} where token_hash = ${hash})
    update developer_sessions set last_used_at = ${now} where id = ${sessionId}`);

export const endSession = (db: Db, developerId: string, id: string, reason: string, now: string) =>
  db.run(sql`
    update developer_sessions set ended_at = ${now}, end_reason = ${reason}
    where developer_id = ${developerId} and id = ${id} and ended_at is null and expires_at > ${now}`);

export const endAllSessions = (db: Db, developerId: string, reason: string, now: string) =>
  db.run(sql`
    update developer_sessions set ended_at = ${now}, end_reason = ${reason}
    where developer_id = ${developerId} and ended_at is null`);

const Session = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
});

export const listSessions = (db: Db, developerId: string, now: string) =>
  db.many(
    Session,
    sql`
    select id, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt", user_agent as "userAgent", address
    from developer_sessions
    where developer_id = ${developerId} and ended_at is null and expires_at > ${now}
    order by last_used_at desc
    limit 200`,
  );

export const isLive = async (db: Db, developerId: string, id: string, now: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`
    select s.id from developer_sessions s
    join developers d on d.id = s.developer_id and d.deleted_at is null
    where s.id = ${id} and s.developer_id = ${developerId} and s.ended_at is null and s.expires_at > ${now}`,
  )) !== undefined;
