import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";

export const HeldOffline = z.object({
  id: z.string(),
  name: z.string(),
  staffId: z.string(),
  email: z.string(),
  tag: z.string(),
  codeHash: z.string(),
  totpUnderCode: z.string(),
  totpLastStep: z.number().nullable(),
});
export type HeldOffline = z.output<typeof HeldOffline>;

/** Codes that serve, with what opens the authenticator's secret without the database; those that are older have none. */
export const listUnspent = (db: Db) =>
  db.many(
    HeldOffline.extend({ totpUnderCode: z.string().nullable() }),
    sql`
    select c.id, c.name, c.staff_id as "staffId", s.email, c.tag, c.code_hash as "codeHash", c.totp_under_code as "totpUnderCode",
      h.totp_last_step as "totpLastStep"
    from break_glass_codes c
    join break_glass_holders h on h.staff_id = c.staff_id
    join staff s on s.id = c.staff_id and s.is_active
    where c.used_at is null and c.revoked_at is null
    order by c.id`,
  );

export const listAddresses = (db: Db) =>
  db.many(z.object({ email: z.string() }), sql`select email from staff where is_active order by email`);

export const LastKnown = z.object({
  at: z.string(),
  projects: z.number(),
  sanctions: z.number(),
  waitingMessages: z.number(),
});
export type LastKnown = z.output<typeof LastKnown>;

export const findLastKnown = async (db: Db, now: string): Promise<LastKnown> => ({
  at: now,
  ...(await db.one(
    LastKnown.omit({ at: true }),
    sql`
    select (select greatest(reltuples, 0)::bigint from pg_class where oid = 'projects'::regclass) as projects,
      (select count(*) from suspensions where lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})) as sanctions,
      (select count(*) from outbox where state = 'waiting') as "waitingMessages"`,
  )),
});

export interface Merged {
  readonly id: string;
  readonly staffId: string;
  readonly codeId: string;
  readonly isDrill: boolean;
  readonly reason: string;
  readonly incident: string;
  readonly minutes: number;
  readonly openedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly isSecondUse: boolean;
}

/** What stands in the audit log of a session's journal already: an earlier merge was cut off, or the journal grew meanwhile. */
export const listMerged = (db: Db, sessionId: string) =>
  db.many(
    z.object({ seq: z.number(), at: z.string() }),
    sql`
    select (after ->> 'seq')::int as seq, after ->> 'at' as at from audit_logs
    where target = ${sessionId} and break_glass = ${sessionId} and action like 'breakGlassOffline.%'`,
  );

/** The session behind broken glass that this session of staff is the door of, while it goes on. */
export const findOpenBehind = (db: Db, staffSessionId: string, now: string) =>
  db.maybe(
    z.object({ id: z.string(), staffId: z.string() }),
    sql`
    select b.id, b.staff_id as "staffId" from staff_sessions s join break_glass_sessions b on b.id = s.break_glass_id
    where s.id = ${staffSessionId} and b.ended_at is null and b.expires_at > ${now}`,
  );

export const insertMerged = (db: Db, session: Merged) =>
  db.run(sql`
    insert into break_glass_sessions (id, staff_id, code_id, is_drill, reason, incident, minutes, opened_at, expires_at,
      address, user_agent, is_offline, is_second_use)
    values (${session.id}, ${session.staffId}, ${session.codeId}, ${session.isDrill}, ${session.reason}, ${session.incident}, ${session.minutes},
      ${session.openedAt}, ${session.expiresAt},
      ${session.address}, ${session.userAgent}, true, ${session.isSecondUse})`);

export const noteTotpStep = (db: Db, staffId: string, step: number) =>
  db.run(sql`update break_glass_holders set totp_last_step = greatest(totp_last_step, ${step}) where staff_id = ${staffId}`);

export const endMerged = (db: Db, id: string, staffId: string, at: string) =>
  db.run(sql`update break_glass_sessions set ended_at = ${at}, ended_by = ${staffId} where id = ${id} and ended_at is null`);

/** What a code opened that had served before lets nobody in: it waits for its review, and for nothing else. */
export const endWorthless = async (db: Db, id: string, now: string): Promise<void> =>
  void (await db.run(sql`
    update break_glass_sessions set ended_at = least(${now}, expires_at) where id = ${id} and is_second_use and ended_at is null`));
