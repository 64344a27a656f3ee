import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { staffRoles } from "../platform/permission.ts";
import { StaffSession } from "./session-contract.ts";

export const insertSession = (
  db: Db,
  session: {
    id: string;
    staffId: string;
    door: "api" | "console" | "break_glass";
    breakGlassId?: string;
    now: string;
    expiresAt: string;
    userAgent: string | undefined;
    address: string | undefined;
  },
) =>
  db.run(sql`
    insert into staff_sessions (id, staff_id, door, break_glass_id, created_at, last_seen_at, proven_at, expires_at, user_agent, address)
    values (${session.id}, ${session.staffId}, ${session.door}, ${session.breakGlassId ?? null}, ${session.now}, ${session.now}, ${session.now},
      ${session.expiresAt}, ${session.userAgent ?? null}, ${session.address ?? null})`);

const live = (now: string, idleSince: string) => sql`
  s.ended_at is null and s.expires_at > ${now} and (s.last_seen_at > ${idleSince} or s.break_glass_id is not null)`;

export const list = (db: Db, staffId: string, thisOne: string | undefined, now: string, idleSince: string) =>
  db.many(
    StaffSession,
    sql`
    select s.id, s.door, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.address,
      s.user_agent as "userAgent", s.id = ${thisOne ?? ""} as "isThisOne"
    from staff_sessions s where s.staff_id = ${staffId} and ${live(now, idleSince)} order by s.last_seen_at desc, s.id desc`,
  );

const Id = z.object({ id: z.string() });

export const end = (db: Db, staffId: string, id: string, now: string) =>
  db.maybe(
    Id,
    sql`update staff_sessions set ended_at = ${now} where id = ${id} and staff_id = ${staffId} and ended_at is null returning id`,
  );

/** All of a member's, or all but one. */
export const endAll = (db: Db, staffId: string, now: string, kept = "") =>
  db.many(
    Id,
    sql`update staff_sessions set ended_at = ${now} where staff_id = ${staffId} and ended_at is null and expires_at > ${now} and id <> ${kept} returning id`,
  );

export const endSessionsBehind = (db: Db, breakGlassId: string, now: string) =>
  db.run(sql`update staff_sessions set ended_at = ${now} where break_glass_id = ${breakGlassId} and ended_at is null`);

export const noteSeen = (db: Db, id: string, now: string) => db.run(sql`update staff_sessions set last_seen_at = ${now} where id = ${id}`);

export const noteProven = (db: Db, id: string, now: string) => db.run(sql`update staff_sessions set proven_at = ${now} where id = ${id}`);

/** Whether this member signed in from this address in the days that are kept. */
export const isKnownAddress = async (db: Db, staffId: string, address: string) =>
  (await db.maybe(Id, sql`select id from staff_sessions where staff_id = ${staffId} and address = ${address} limit 1`)) !== undefined;

const Live = z.object({
  role: z.enum(staffRoles),
  email: z.string(),
  name: z.string(),
  hasTotp: z.boolean(),
  lastSeenAt: z.string(),
  provenAt: z.string(),
  breakGlassId: z.string().nullable(),
  isDrill: z.boolean().nullable(),
});

/** Behind broken glass everything can be read, whatever the holder's usual role. */
export const findLive = (db: Db, staffId: string, sessionId: string, now: string, idleSince: string) =>
  db.maybe(
    Live,
    sql`
    select case when b.id is null then m.role else 'admin' end as role, m.email, m.name, m.totp_sealed is not null as "hasTotp",
      s.last_seen_at as "lastSeenAt", s.proven_at as "provenAt", b.id as "breakGlassId", b.is_drill as "isDrill"
    from staff_sessions s
    join staff m on m.id = s.staff_id and m.is_active
    left join break_glass_sessions b on b.id = s.break_glass_id
    where s.id = ${sessionId} and s.staff_id = ${staffId} and ${live(now, idleSince)}`,
  );
