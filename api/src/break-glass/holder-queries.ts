import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

const Member = z.object({ id: z.string(), email: z.string(), totpSealed: z.string().nullable() });

export const findMember = (db: Db, wanted: string) =>
  db.maybe(
    Member,
    sql`
    select s.id, s.email, h.totp_sealed as "totpSealed"
    from staff s
    left join break_glass_holders h on h.staff_id = s.id
    where (s.id = ${wanted} or lower(s.email) = lower(${wanted})) and s.is_active
    for update of s`,
  );

export const enrol = (db: Db, staffId: string, totpSealed: string, now: string) =>
  db.run(sql`
    insert into break_glass_holders (staff_id, totp_sealed, enrolled_at) values (${staffId}, ${totpSealed}, ${now})
    on conflict (staff_id) do update set totp_sealed = excluded.totp_sealed, totp_last_step = null, enrolled_at = excluded.enrolled_at`);

export const insertCode = (
  db: Db,
  code: { id: string; staffId: string; name: string; tag: string; totpUnderCode: string; hash: string; now: string },
) =>
  db.run(sql`
    insert into break_glass_codes (id, staff_id, name, tag, totp_under_code, code_hash, sealed_at)
    values (${code.id}, ${code.staffId}, ${code.name}, ${code.tag}, ${code.totpUnderCode}, ${code.hash}, ${code.now})`);

const Revoked = z.object({ name: z.string(), staffId: z.string() });

export const revoke = (db: Db, name: string, now: string) =>
  db.many(
    Revoked,
    sql`
    update break_glass_codes set revoked_at = ${now} where name = ${name} and used_at is null and revoked_at is null
    returning name, staff_id as "staffId"`,
  );

export const revokeAll = (db: Db, staffId: string, now: string) =>
  db.many(
    Revoked,
    sql`
    update break_glass_codes set revoked_at = ${now} where staff_id = ${staffId} and used_at is null and revoked_at is null
    returning name, staff_id as "staffId"`,
  );

const Listed = z.object({
  name: z.string(),
  holder: z.string(),
  state: z.enum(["sealed", "used", "revoked"]),
  sealedAt: z.string(),
  usedAt: z.string().nullable(),
});

export const listCodes = (db: Db) =>
  db.many(
    Listed,
    sql`
    select c.name, s.email as holder, c.sealed_at as "sealedAt", c.used_at as "usedAt",
      case when c.used_at is not null then 'used' when c.revoked_at is not null then 'revoked' else 'sealed' end as state
    from break_glass_codes c
    join staff s on s.id = c.staff_id
    order by s.email, c.sealed_at, c.name`,
  );

const Drills = z.object({ since: z.string().nullable(), remindedAt: z.string().nullable() });

/** When a code was last tried for practice, or first sealed; nothing where there is none to try. */
export const lastDrill = (db: Db) =>
  db.one(
    Drills,
    sql`
    select (select max(reminded_at) from break_glass_holders) as "remindedAt",
      case when exists (select from break_glass_codes where used_at is null and revoked_at is null)
        then coalesce((select max(opened_at) from break_glass_sessions where is_drill), (select min(sealed_at) from break_glass_codes)) end as since`,
  );

export const noteReminded = (db: Db, now: string) => db.run(sql`update break_glass_holders set reminded_at = ${now}`);
