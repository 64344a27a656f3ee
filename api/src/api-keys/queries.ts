import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { ApiKey } from "./contract.ts";

const columns = sql`
  id, project_id as "projectId", name, kind, prefix, scopes, created_at as "createdAt",
  expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

/** Locks the project, so that keys are counted, made and replaced by one request at a time. */
export const lockProject = (db: Db, id: string) =>
  db.maybe(
    z.object({ status: z.string(), developerId: z.string() }),
    sql`select status, developer_id as "developerId" from projects where id = ${id} and status <> 'purged' for update`,
  );

export const projectExists = async (db: Db, id: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from projects where id = ${id}`)) !== undefined;

export const insert = (
  db: Db,
  key: {
    id: string;
    projectId: string;
    name: string;
    kind: string;
    prefix: string;
    hash: Buffer;
    scopes: readonly string[];
    expiresAt: string | null;
    now: string;
  },
) =>
  db.one(
    ApiKey,
    sql`
    insert into api_keys (id, project_id, name, kind, prefix, key_hash, scopes, created_at, expires_at)
    values (${key.id}, ${key.projectId}, ${key.name}, ${key.kind}, ${key.prefix}, ${key.hash}, ${key.scopes}, ${key.now}, ${key.expiresAt})
    returning ${columns}`,
  );

/** Nothing comes back when there is a key of this hash already. */
export const adopt = (db: Db, key: Omit<ApiKey, "id"> & { id: string; hash: Buffer; legacyPrefix: string }) =>
  db.maybe(
    ApiKey,
    sql`
    insert into api_keys (id, project_id, name, kind, prefix, legacy_prefix, key_hash, scopes, created_at, expires_at, last_used_at, revoked_at)
    values (${key.id}, ${key.projectId}, ${key.name}, ${key.kind}, ${key.prefix}, ${key.legacyPrefix}, ${key.hash}, ${key.scopes},
      ${key.createdAt}, ${key.expiresAt}, ${key.lastUsedAt}, ${key.revokedAt})
    on conflict (key_hash) do nothing
    returning ${columns}`,
  );

/** How keys begin that came from elsewhere and may still serve. */
export const listLegacyPrefixes = async (db: Db) =>
  (
    await db.many(
      z.object({ prefix: z.string() }),
      sql`select distinct legacy_prefix as prefix from api_keys where legacy_prefix is not null and revoked_at is null`,
    )
  ).map(({ prefix }) => prefix);

export const list = (db: Db, projectId: string) =>
  db.many(ApiKey, sql`select ${columns} from api_keys where project_id = ${projectId} order by id desc limit 1000`);

export const listLive = (db: Db, projectId: string, now: string) =>
  db.many(
    ApiKey,
    sql`
    select ${columns} from api_keys
    where project_id = ${projectId} and revoked_at is null and (expires_at is null or expires_at > ${now})
    order by id
    for update`,
  );

export const lock = (db: Db, id: string) => db.maybe(ApiKey, sql`select ${columns} from api_keys where id = ${id} for update`);

export const replace = (db: Db, id: string, replacedBy: string, expiresAt: string) =>
  db.run(sql`update api_keys set replaced_by = ${replacedBy}, expires_at = ${expiresAt} where id = ${id}`);

export const revoke = (db: Db, id: string, now: string) =>
  db.one(ApiKey, sql`update api_keys set revoked_at = coalesce(revoked_at, ${now}) where id = ${id} returning ${columns}`);

export const isReplaced = async (db: Db, id: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from api_keys where id = ${id} and replaced_by is not null`)) !== undefined;
