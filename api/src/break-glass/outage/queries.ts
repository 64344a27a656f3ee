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

export const listUnspent = (db: Db) =>
  db.many(
    HeldOffline,
    sql`
    select c.id, c.name, c.staff_id as "staffId", s.email, c.tag, c.code_hash as "codeHash", c.totp_under_code as "totpUnderCode",
      h.totp_last_step as "totpLastStep"
    from break_glass_codes c
    join break_glass_holders h on h.staff_id = c.staff_id
    join staff s on s.id = c.staff_id and s.is_active
    where c.used_at is null and c.revoked_at is null and c.totp_under_code is not null
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
  readonly endedAt: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly isSecondUse: boolean;
}

/** Whether a session of this id was there already: a merge that was cut off goes on where it was. */
export const isThere = async (db: Db, id: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from break_glass_sessions where id = ${id}`)) !== undefined;

export const insertMerged = (db: Db, session: Merged) =>
  db.run(sql`
    insert into break_glass_sessions (id, staff_id, code_id, is_drill, reason, incident, minutes, opened_at, expires_at, ended_at, ended_by,
      address, user_agent, is_offline, is_second_use)
    values (${session.id}, ${session.staffId}, ${session.codeId}, ${session.isDrill}, ${session.reason}, ${session.incident}, ${session.minutes},
      ${session.openedAt}, ${session.expiresAt}, ${session.endedAt}, ${session.endedAt === null ? null : session.staffId},
      ${session.address}, ${session.userAgent}, true, ${session.isSecondUse})`);

export const noteTotpStep = (db: Db, staffId: string, step: number) =>
  db.run(sql`update break_glass_holders set totp_last_step = greatest(totp_last_step, ${step}) where staff_id = ${staffId}`);
