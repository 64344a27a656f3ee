import { z } from "zod";
import { join, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { maskedSaying, maskedText } from "../platform/masking.ts";
import { BreakGlassAct, BreakGlassSession } from "./contract.ts";

const columns = (now: string) => sql`
  id, staff_id as holder, is_drill as "isDrill", reason, incident, opened_at as "openedAt", expires_at as "expiresAt",
  coalesce(ended_at, case when expires_at <= ${now} then expires_at end) as "endedAt", ended_by as "endedBy",
  case when reviewed_at is not null then 'reviewed' when coalesce(ended_at, expires_at) <= ${now} then 'ended' else 'open' end as state,
  verdict, review, reviewed_by as "reviewedBy", reviewed_at as "reviewedAt"`;

const Held = z.object({
  id: z.string(),
  staffId: z.string(),
  tag: z.string(),
  codeHash: z.string(),
  isSpent: z.boolean(),
  email: z.string(),
});

/** The code of this name, with who holds it; of those who are on staff no more there is none. */
export const findCode = (db: Db, name: string) =>
  db.maybe(
    Held,
    sql`
    select c.id, c.staff_id as "staffId", c.tag, c.code_hash as "codeHash", s.email,
      c.used_at is not null or c.revoked_at is not null as "isSpent"
    from break_glass_codes c
    join staff s on s.id = c.staff_id and s.is_active
    where c.name = ${name}`,
  );

const Holder = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  totpSealed: z.string(),
  totpLastStep: z.number().nullable(),
});

export const findHolder = (db: Db, staffId: string) =>
  db.maybe(
    Holder,
    sql`
    select s.id, s.email, s.name, h.totp_sealed as "totpSealed", h.totp_last_step as "totpLastStep"
    from break_glass_holders h
    join staff s on s.id = h.staff_id and s.is_active
    where h.staff_id = ${staffId} for update of h`,
  );

const Spent = z.object({ id: z.string() });

export const noteTotpStep = (db: Db, staffId: string, step: number) =>
  db.run(sql`update break_glass_holders set totp_last_step = ${step} where staff_id = ${staffId}`);

export const isSpent = async (db: Db, codeId: string) =>
  (await db.maybe(
    Spent,
    sql`select id from break_glass_codes where id = ${codeId} and (used_at is not null or revoked_at is not null)`,
  )) !== undefined;

/** Of two that come with the same code, one finds it unspent. */
export const spend = async (db: Db, codeId: string, now: string) =>
  (await db.run(sql`update break_glass_codes set used_at = ${now} where id = ${codeId} and used_at is null and revoked_at is null`)) === 1;

export interface NewSession {
  readonly id: string;
  readonly staffId: string;
  readonly codeId: string;
  readonly isDrill: boolean;
  readonly reason: string;
  readonly incident: string;
  readonly minutes: number;
  readonly now: string;
  readonly expiresAt: string;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

export const insert = (db: Db, session: NewSession) =>
  db.one(
    BreakGlassSession,
    sql`
    insert into break_glass_sessions (id, staff_id, code_id, is_drill, reason, incident, minutes, opened_at, expires_at, address, user_agent)
    values (${session.id}, ${session.staffId}, ${session.codeId}, ${session.isDrill}, ${session.reason}, ${session.incident},
      ${session.minutes}, ${session.now}, ${session.expiresAt}, ${session.address ?? null}, ${session.userAgent ?? null})
    returning ${columns(session.now)}`,
  );

export const find = (db: Db, id: string, now: string) =>
  db.maybe(BreakGlassSession, sql`select ${columns(now)} from break_glass_sessions where id = ${id}`);

export const lock = (db: Db, id: string, now: string) =>
  db.maybe(BreakGlassSession, sql`select ${columns(now)} from break_glass_sessions where id = ${id} for update`);

export const list = (db: Db, before: string | undefined, limit: number, now: string) =>
  db.many(
    BreakGlassSession,
    sql`
    select ${columns(now)} from break_glass_sessions
    where (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const end = (db: Db, id: string, by: string, now: string) =>
  db.one(
    BreakGlassSession,
    sql`update break_glass_sessions set ended_at = ${now}, ended_by = ${by} where id = ${id} returning ${columns(now)}`,
  );

export const review = (db: Db, id: string, by: string, { verdict, review }: { verdict: string; review: string }, now: string) =>
  db.one(
    BreakGlassSession,
    sql`
    update break_glass_sessions set verdict = ${verdict}, review = ${review}, reviewed_by = ${by}, reviewed_at = ${now}
    where id = ${id} returning ${columns(now)}`,
  );

export interface NewAct {
  readonly id: string;
  readonly sessionId: string;
  readonly at: string;
  readonly kind: "read" | "asked" | "changed";
  readonly what: string;
  readonly target?: string | undefined;
  readonly why?: string | undefined;
  readonly requestId: string;
}

export const insertActs = (db: Db, acts: readonly NewAct[]) =>
  db.run(sql`
    insert into break_glass_acts (id, session_id, at, kind, what, target, why, request_id)
    values ${join(
      acts.map(
        (each) => sql`(
          ${each.id}, ${each.sessionId}, ${each.at}, ${each.kind}, ${maskedText(each.what)}, ${each.target ?? null},
          ${maskedSaying(each.why)}, ${each.requestId})`,
      ),
    )}`);

/** Before and after stand in the audit log, which knows them by what was changed and the request that did it; so does what was seen without the database. */
export const listActs = (db: Db, sessionId: string) =>
  db.many(
    BreakGlassAct,
    sql`
    select a.id, a.at, a.kind, a.what, a.target, a.why, a.request_id as "requestId", l.before, l.after
    from break_glass_acts a
    left join lateral (
      select before, after from audit_logs
      where a.kind = 'changed' and target = a.target and request_id = a.request_id and action = a.what
      union all
      select before, nullif(after - '{seq,at,host,what,target,why}'::text[], '{}') from audit_logs
      where target = a.session_id and request_id = a.request_id and action = 'breakGlassOffline.' || a.kind
        and after ->> 'what' = a.what and (after ->> 'at')::timestamptz = a.at
      limit 1
    ) l on true
    where a.session_id = ${sessionId}
    order by a.at, a.id`,
  );
