import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { scopes } from "../platform/permission.ts";
import { Developer, Token } from "./contract.ts";

const columns = sql`
  id, email, name, plan, email_verified_at is not null as "isEmailVerified", created_at as "createdAt", revision`;

const WithPassword = Developer.extend({ passwordHash: z.string() });

/** Nothing comes back when the address is taken: `one_developer_per_email` refuses the row. */
export const insert = (db: Db, given: { id: string; email: string; name: string; passwordHash: string; now: string }) =>
  db.maybe(
    Developer,
    sql`
    insert into developers (id, email, name, password_hash, created_at, updated_at)
    values (${given.id}, ${given.email}, ${given.name}, ${given.passwordHash}, ${given.now}, ${given.now})
    on conflict (lower(email)) do nothing
    returning ${columns}`,
  );

/** Nothing comes back when the address is taken. */
export const adopt = (db: Db, given: Adopted & { id: string; now: string }) =>
  db.maybe(
    Developer,
    sql`
    insert into developers (id, email, name, password_hash, plan, email_verified_at, created_at, updated_at)
    values (${given.id}, ${given.email}, ${given.name}, ${given.passwordHash}, ${given.plan}, ${given.emailVerifiedAt}, ${given.createdAt}, ${given.now})
    on conflict (lower(email)) do nothing
    returning ${columns}`,
  );

/** A developer whom another platform knew. */
export interface Adopted {
  readonly email: string;
  readonly name: string;
  /** One that can be compared with a password, or `noPassword`. */
  readonly passwordHash: string;
  readonly plan: string;
  readonly emailVerifiedAt: string | null;
  readonly createdAt: string;
}

export const findByEmail = (db: Db, email: string) =>
  db.maybe(
    WithPassword,
    sql`select ${columns}, password_hash as "passwordHash" from developers where lower(email) = lower(${email}) and deleted_at is null`,
  );

export const find = (db: Db, id: string) =>
  db.maybe(Developer, sql`select ${columns} from developers where id = ${id} and deleted_at is null`);

export const list = (db: Db, email: string | undefined, before: string | undefined, limit: number) =>
  db.many(
    Developer,
    sql`
    select ${columns} from developers
    where (${email ?? null}::text is null or lower(email) = lower(${email ?? null}))
      and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

/** Nothing comes back when the revision is no longer the one the edit was made against. */
export const rename = (db: Db, id: string, name: string, revision: number | undefined, now: string) =>
  db.maybe(
    Developer,
    sql`
    update developers set name = ${name}, updated_at = ${now}, revision = revision + 1
    where id = ${id} and revision = coalesce(${revision ?? null}, revision)
    returning ${columns}`,
  );

export const setPassword = (db: Db, id: string, passwordHash: string, now: string) =>
  db.run(sql`update developers set password_hash = ${passwordHash}, updated_at = ${now}, revision = revision + 1 where id = ${id}`);

/** The same password, hashed anew; nothing where it was changed meanwhile. */
export const replaceHash = (db: Db, id: string, old: string, passwordHash: string) =>
  db.run(sql`update developers set password_hash = ${passwordHash} where id = ${id} and password_hash = ${old}`);

export const markVerified = (db: Db, id: string, now: string) =>
  db.one(
    Developer,
    sql`
    update developers set email_verified_at = coalesce(email_verified_at, ${now}), updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

/** What the audit log still names stays; who it was does not. */
export const forget = (db: Db, id: string, now: string) =>
  db.run(sql`
    update developers
    set email = id || '@deleted.invalid', name = 'deleted', password_hash = '', deleted_at = ${now}, updated_at = ${now}, revision = revision + 1
    where id = ${id}`);

/** Whoever holds the row is the only one that gives this developer a project or takes the account away. */
export const lock = (db: Db, id: string) =>
  db.maybe(z.object({ id: z.string() }), sql`select id from developers where id = ${id} for update`);

export const countProjects = async (db: Db, id: string) =>
  (await db.one(z.object({ count: z.number() }), sql`select count(*) from projects where developer_id = ${id} and status <> 'purged'`))
    .count;

export const insertEmailToken = (db: Db, token: { hash: Buffer; developerId: string; purpose: "verify" | "reset"; expiresAt: string }) =>
  db.run(sql`
    insert into email_tokens (token_hash, developer_id, purpose, expires_at)
    values (${token.hash}, ${token.developerId}, ${token.purpose}, ${token.expiresAt})`);

/** Takes a mailed token, once. */
export const useEmailToken = (db: Db, hash: Buffer, purpose: "verify" | "reset", now: string) =>
  db.maybe(
    z.object({ developerId: z.string() }),
    sql`
    update email_tokens set used_at = ${now}
    where token_hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${now}
    returning developer_id as "developerId"`,
  );

export const isUsableEmailToken = async (db: Db, hash: Buffer, purpose: "verify" | "reset", now: string) =>
  (await db.maybe(
    z.object({ developerId: z.string() }),
    sql`
    select developer_id as "developerId" from email_tokens
    where token_hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${now}`,
  )) !== undefined;

/** Earlier links for a new password end with the first one used. */
export const dropEmailTokens = (db: Db, developerId: string) =>
  db.run(sql`delete from email_tokens where developer_id = ${developerId} and used_at is null`);

const tokenColumns = sql`id, name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

export const insertToken = (
  db: Db,
  token: {
    id: string;
    developerId: string;
    name: string;
    prefix: string;
    hash: Buffer;
    scopes: readonly string[];
    expiresAt: string;
    now: string;
  },
) =>
  db.one(
    Token,
    sql`
    insert into developer_tokens (id, developer_id, name, prefix, token_hash, scopes, created_at, expires_at)
    values (${token.id}, ${token.developerId}, ${token.name}, ${token.prefix}, ${token.hash}, ${token.scopes}, ${token.now}, ${token.expiresAt})
    returning ${tokenColumns}`,
  );

export const listTokens = (db: Db, developerId: string, now: string) =>
  db.many(
    Token,
    sql`
    select ${tokenColumns} from developer_tokens
    where developer_id = ${developerId} and revoked_at is null and expires_at > ${now}
    order by id desc`,
  );

export const revokeToken = (db: Db, developerId: string, id: string, now: string) =>
  db.run(sql`
    update developer_tokens set revoked_at = ${now}
    where developer_id = ${developerId} and id = ${id} and revoked_at is null`);

export const revokeAllTokens = (db: Db, developerId: string, now: string) =>
  db.run(sql`update developer_tokens set revoked_at = ${now} where developer_id = ${developerId} and revoked_at is null`);

/** Notes the use as well, at most once a minute. */
export const findTokenHolder = (db: Db, hash: Buffer, now: string) =>
  db.maybe(
    z.object({ id: z.string(), developerId: z.string(), scopes: z.array(z.enum(scopes)), expiresAt: z.string() }),
    sql`
    with holder as (
      select t.id, t.developer_id, t.scopes, t.last_used_at, t.expires_at from developer_tokens t
      join developers d on d.id = t.developer_id and d.deleted_at is null
      where t.token_hash = ${hash} and t.revoked_at is null and t.expires_at > ${now}
    ), noted as (
      update developer_tokens t set last_used_at = ${now} from holder
      where t.id = holder.id and (holder.last_used_at is null or holder.last_used_at < ${now}::timestamptz - interval '1 minute')
    )
    select id, developer_id as "developerId", scopes, expires_at as "expiresAt" from holder`,
  );
