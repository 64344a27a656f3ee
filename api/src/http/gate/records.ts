import { z } from "zod";
import { withoutReserved } from "../../data-settings/index.ts";
import { StoredAuth } from "../../end-users/index.ts";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { SourceRow, sourceColumns } from "../../quotas/index.ts";
import { Suspension } from "../../suspensions/index.ts";

/** PostgreSQL writes the offset of a time inside JSON as +00:00. */
const time = z.string().transform((text) => new Date(text).toISOString());
const sanction = Suspension.pick({ id: true, level: true, reason: true, statement: true }).extend({
  startsAt: time,
  endsAt: time.nullable(),
});

const KeyRow = SourceRow.extend({
  digest: z.string(),
  keyId: z.string(),
  kind: z.enum(["publishable", "secret"]),
  scopes: z.array(z.string()),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  projectId: z.string(),
  developerId: z.string(),
  status: z.enum(["provisioning", "active", "deleting", "purged"]),
  purgeAt: z.string().nullable(),
  tenantId: z.string().nullable(),
  secretsSealed: z.string().nullable(),
  exposedSchemas: z.array(z.string()).transform(withoutReserved),
  databaseBytes: z.number().nullable(),
  bounds: z.object({
    queryMs: z.number(),
    queryRowsMax: z.number(),
    queryBytesMax: z.number(),
    bulkMs: z.number(),
    importBytesMax: z.number(),
  }),
  sanctions: z.array(sanction),
  endUserAuth: StoredAuth.nullable(),
});
/** Everything that the gate asks about a key: its project, tenant, limits and sanctions. */
export type KeyRow = z.output<typeof KeyRow>;

/**
 * Reads what belongs to some keys in one statement; keys that there are not stay out. Each `offset 0` has PostgreSQL go from key to
 * project to developer: by itself it would expect the rules of who sees what to leave next to nothing, and read all projects there are.
 */
export const loadKeys = (db: Db, digests: readonly string[], now: string) =>
  db.many(
    KeyRow,
    sql`
    select
      encode(k.key_hash, 'base64') as digest, k.id as "keyId", k.kind, k.scopes, k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
      p.id as "projectId", p.developer_id as "developerId", p.status, p.purge_at as "purgeAt",
      p.exposed_schemas as "exposedSchemas",
      t.id as "tenantId", t.secrets_sealed as "secretsSealed", t.database_bytes as "databaseBytes",
      (
        select json_build_object(
          'queryMs', b.query_ms_max, 'queryRowsMax', b.query_rows_max, 'queryBytesMax', b.query_bytes_max,
          'bulkMs', b.bulk_ms_max, 'importBytesMax', b.import_bytes_max)
        from plans b where b.id in (d.plan, 'free') order by b.id = d.plan desc limit 1) as bounds,
      ${sourceColumns(now)},
      coalesce((
        select json_agg(json_build_object(
          'id', s.id, 'level', s.level, 'reason', s.reason, 'statement', s.statement, 'startsAt', s.starts_at, 'endsAt', s.ends_at))
        from suspensions s
        where s.project_id = p.id and s.lifted_at is null and (s.ends_at is null or s.ends_at > ${now})), '[]') as sanctions,
      (
        select json_build_object(
          'secretSealed', a.secret_sealed, 'jwksUrl', a.jwks_url, 'issuer', a.issuer, 'audience', a.audience,
          'clockSkewSeconds', a.clock_skew_seconds, 'issuerGrantsServiceRole', a.issuer_grants_service_role)
        from end_user_auth a where a.project_id = p.id) as "endUserAuth"
    from unnest(${digests}::text[]) as asked (digest)
    cross join lateral (
      select key_hash, id, kind, scopes, expires_at, revoked_at, project_id
      from api_keys where key_hash = decode(asked.digest, 'base64') offset 0) k
    cross join lateral (
      select id, developer_id, status, purge_at, exposed_schemas from projects where id = k.project_id offset 0) p
    cross join lateral (select plan from developers where id = p.developer_id offset 0) d
    left join tenants t on t.project_id = p.id and t.state = 'ready'`,
  );
