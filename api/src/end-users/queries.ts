import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { EndUserAuth } from "./contract.ts";

/** As the gate reads it, with the secret sealed. */
export const StoredAuth = EndUserAuth.pick({
  jwksUrl: true,
  issuer: true,
  audience: true,
  clockSkewSeconds: true,
  issuerGrantsServiceRole: true,
}).extend({ secretSealed: z.string().nullable() });
export type StoredAuth = z.output<typeof StoredAuth>;

const columns = sql`
  project_id as "projectId", secret_sealed is not null as "hasSecret", jwks_url as "jwksUrl", issuer, audience,
  clock_skew_seconds as "clockSkewSeconds", issuer_grants_service_role as "issuerGrantsServiceRole", updated_at as "updatedAt", revision`;

export const find = (db: Db, projectId: string) =>
  db.maybe(EndUserAuth, sql`select ${columns} from end_user_auth where project_id = ${projectId}`);

export const put = (db: Db, projectId: string, auth: StoredAuth, now: string) =>
  db.one(
    EndUserAuth,
    sql`
    insert into end_user_auth (
      project_id, secret_sealed, jwks_url, issuer, audience, clock_skew_seconds, issuer_grants_service_role, updated_at)
    values (
      ${projectId}, ${auth.secretSealed}, ${auth.jwksUrl}, ${auth.issuer}, ${auth.audience}, ${auth.clockSkewSeconds},
      ${auth.issuerGrantsServiceRole}, ${now})
    on conflict (project_id) do update set
      secret_sealed = excluded.secret_sealed, jwks_url = excluded.jwks_url, issuer = excluded.issuer, audience = excluded.audience,
      clock_skew_seconds = excluded.clock_skew_seconds, issuer_grants_service_role = excluded.issuer_grants_service_role,
      updated_at = excluded.updated_at, revision = end_user_auth.revision + 1
    returning ${columns}`,
  );

export const findSealed = async (db: Db, projectId: string) =>
  (
    await db.maybe(
      StoredAuth.pick({ secretSealed: true }),
      sql`select secret_sealed as "secretSealed" from end_user_auth where project_id = ${projectId}`,
    )
  )?.secretSealed ?? null;

export const remove = (db: Db, projectId: string) => db.run(sql`delete from end_user_auth where project_id = ${projectId}`);

export const findProject = (db: Db, id: string) =>
  db.maybe(z.object({ id: z.string() }), sql`select id from projects where id = ${id} and status <> 'purged'`);

/** Locks the project, so that its settings are changed by one request at a time. */
export const lockProject = (db: Db, id: string) =>
  db.maybe(z.object({ status: z.string() }), sql`select status from projects where id = ${id} and status <> 'purged' for update`);
