import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { noPassword } from "../platform/password.ts";
import type { StaffRole } from "../platform/permission.ts";
import { StaffMember } from "./contract.ts";

/** What a member of staff is told as. */
export const columns = sql`
  id, email, name, role, is_active as "isActive",
  case when is_active then 'active' when invitation_hash is not null then 'invited' else 'off' end as status, invited_until as "invitedUntil", totp_sealed is not null as "hasTotp", created_at as "createdAt", revision`;

const WithSecrets = StaffMember.extend({
  passwordHash: z.string(),
  totpSealed: z.string().nullable(),
  totpPendingSealed: z.string().nullable(),
  totpLastStep: z.number().nullable(),
});
const secretColumns = sql`
  ${columns}, password_hash as "passwordHash", totp_sealed as "totpSealed", totp_pending_sealed as "totpPendingSealed", totp_last_step as "totpLastStep"`;

export const findByEmail = (db: Db, email: string) =>
  db.maybe(WithSecrets, sql`select ${secretColumns} from staff where lower(email) = lower(${email}) and is_active for update`);

export const get = (db: Db, id: string) => db.one(WithSecrets, sql`select ${secretColumns} from staff where id = ${id} for update`);

export const find = (db: Db, id: string) => db.maybe(StaffMember, sql`select ${columns} from staff where id = ${id}`);

export const list = (db: Db, before: string | undefined, limit: number) =>
  db.many(
    StaffMember,
    sql`select ${columns} from staff where (${before ?? null}::text is null or id < ${before ?? null}) order by id desc limit ${limit + 1}`,
  );

/** Those who may sign in and hold one of these roles. */
export const listActive = (db: Db, roles: readonly StaffRole[]) =>
  db.many(
    StaffMember.pick({ id: true, email: true }),
    sql`select id, email from staff where is_active and role = any(${roles}) order by id`,
  );

export const isEmpty = async (db: Db) => (await db.maybe(z.object({ id: z.string() }), sql`select id from staff limit 1`)) === undefined;

export const hasActiveAdmin = async (db: Db) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from staff where role = 'admin' and is_active limit 1`)) !== undefined;

/** One at a time decides who the admins are. */
export const lock = (db: Db) => db.run(sql`select pg_advisory_xact_lock(hashtext('first staff'))`);

export const insert = (db: Db, member: { id: string; email: string; name: string; role: string; passwordHash: string; now: string }) =>
  db.maybe(
    StaffMember,
    sql`
    insert into staff (id, email, name, role, password_hash, created_at, updated_at)
    values (${member.id}, ${member.email}, ${member.name}, ${member.role}, ${member.passwordHash}, ${member.now}, ${member.now})
    on conflict (lower(email)) do nothing
    returning ${columns}`,
  );

export const update = (
  db: Db,
  id: string,
  change: { role: string | undefined; isActive: boolean | undefined },
  revision: number | undefined,
  now: string,
) =>
  db.maybe(
    StaffMember,
    sql`
    update staff set role = coalesce(${change.role ?? null}, role), is_active = coalesce(${change.isActive ?? null}, is_active),
      reset_hash = null, reset_until = null, updated_at = ${now}, revision = revision + 1
    where id = ${id} and revision = coalesce(${revision ?? null}, revision)
    returning ${columns}`,
  );

/** They come in by no way any more: neither by a password nor by a link, nor by being switched on. */
/** What stands in the place of the e-mail of who is erased. */
export const forgottenEmail = (id: string) => `${id}@deleted.invalid`;

export const forget = (db: Db, id: string, now: string) =>
  db.run(sql`
    update staff
    set email = ${forgottenEmail(id)}, name = 'deleted', password_hash = ${noPassword}, totp_sealed = null, totp_pending_sealed = null,
      totp_last_step = null, reset_hash = null, reset_until = null, updated_at = ${now}, revision = revision + 1
    where id = ${id}`);

/** A link for a new one goes with the one before. */
export const setPassword = (db: Db, id: string, passwordHash: string, now: string) =>
  db.run(sql`
    update staff set password_hash = ${passwordHash}, reset_hash = null, reset_until = null, updated_at = ${now}, revision = revision + 1
    where id = ${id}`);

export const setPendingTotp = (db: Db, id: string, sealed: string) =>
  db.run(sql`update staff set totp_pending_sealed = ${sealed} where id = ${id}`);

export const confirmTotp = (db: Db, id: string, sealed: string, step: number, now: string) =>
  db.one(
    StaffMember,
    sql`
    update staff set totp_sealed = ${sealed}, totp_pending_sealed = null, totp_last_step = ${step}, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

export const noteTotpStep = (db: Db, id: string, step: number) => db.run(sql`update staff set totp_last_step = ${step} where id = ${id}`);

export const clearTotp = (db: Db, id: string, now: string) =>
  db.one(
    StaffMember,
    sql`
    update staff set totp_sealed = null, totp_pending_sealed = null, totp_last_step = null, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );
