import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Context } from "../platform/action.ts";
import type { TenantLogin } from "../platform/db/cell.ts";
import { Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { newTenantId } from "../platform/ids.ts";
import type { Vault } from "../platform/vault.ts";
import { build, makeLogins, raze } from "./provision.ts";
import * as queries from "./queries.ts";
import { databaseOf, loginOf, type TenantLoginKind, type TenantSecrets, tenantLogins } from "./rules.ts";

/** How long the request that asked for a tenant has to build it before the job does. */
const patienceMs = 20_000;

/** Orders the tenant of a new project; it is built once that is committed, by this process or else by a job. */
export async function order(context: Context, { projectId, region }: { projectId: string; region: string }) {
  const id = newTenantId();
  const secrets = Object.fromEntries(tenantLogins.map((kind) => [kind, randomBytes(24).toString("base64url")])) as unknown as TenantSecrets;
  await queries.insert(context.db, { id, projectId, region, secretsSealed: sealSecrets(context.vault, id, secrets), now: context.now });
  const runAt = new Date(Date.parse(context.now) + patienceMs);
  await context.enqueue("provisionTenant", { tenantId: id }, { key: `provision:${id}`, runAt });
  return { tenantId: id };
}

/** Builds a tenant, from wherever an earlier try was cut off. */
export async function provision(context: Context, { tenantId }: { tenantId: string }) {
  const tenant = await queries.lock(context.db, tenantId);
  if (tenant?.state !== "requested" || tenant.secretsSealed === null) return undefined;
  await build(context.cell, tenantId, openSecrets(context.vault, tenantId, tenant.secretsSealed));
  await queries.markReady(context.db, tenantId, context.now);
  context.audit({ target: tenant.projectId, projectId: tenant.projectId, after: { tenantId } });
  context.announce(tenant.projectId);
  return { projectId: tenant.projectId };
}

/** Takes up tenants whose builder died and whose job was lost. */
export async function resumeUnfinished(context: Context) {
  const olderThan = new Date(Date.parse(context.now) - 60_000).toISOString();
  for (const { id } of await queries.listUnfinished(context.db, olderThan)) {
    await context.enqueue("provisionTenant", { tenantId: id }, { key: `provision:${id}` });
  }
}

/** Says that a project's tenant goes for good. To be committed before `purge`, for no transaction brings a database back. */
export const beginPurge = ({ db }: Context, { projectId }: { projectId: string }) => queries.markPurging(db, projectId);

/** Takes database, logins and secrets of a project's tenant away, from wherever an earlier try was cut off. */
export async function purge(context: Context, { projectId }: { projectId: string }) {
  const found = await queries.findOf(context.db, projectId);
  const tenant = found && (await queries.lock(context.db, found.id));
  if (!tenant || tenant.state === "purged") return;
  await raze(context.cell, tenant.id);
  await queries.markPurged(context.db, tenant.id, context.now);
}

/** Gives a tenant's logins their passwords back, where the tenant changed one. */
export async function repairLogins(context: Context, { tenantId }: { tenantId: string }) {
  const tenant = await queries.lock(context.db, tenantId);
  if (tenant?.state !== "ready" || tenant.secretsSealed === null) return;
  const secrets = openSecrets(context.vault, tenantId, tenant.secretsSealed);
  await context.cell.asProvisioner(undefined, (db) => makeLogins(db, tenantId, secrets));
  context.audit({ target: tenant.projectId, projectId: tenant.projectId, reason: "a login's password was not the platform's any more" });
}

/** Any tenant can store settings on the roles that all share: nothing reads them, and others could read messages in them. */
export async function forgetSharedSettings({ cell }: Context) {
  await cell.asProvisioner(undefined, (db) => db.one(z.object({}), sql`select provision.forget_settings()`));
}

/** Logins that could not go with their tenant, for a neighbour had given them rights, go once those are gone. */
export async function sweepLogins({ cell }: Context) {
  await cell.asProvisioner(undefined, (db) => db.one(z.object({}), sql`select provision.sweep_logins()`));
}

/** Ends every open session of a project's tenant. */
export async function endSessions(context: Context, { projectId }: { projectId: string }) {
  const tenant = await queries.findOf(context.db, projectId);
  if (tenant?.state === "ready") await context.cell.endSessions({ tenantId: tenant.id });
}

export const sealSecrets = (vault: Vault, tenantId: string, secrets: TenantSecrets) =>
  vault.seal(JSON.stringify(secrets), `tenant:${tenantId}`);

export const openSecrets = (vault: Vault, tenantId: string, sealed: string) =>
  JSON.parse(vault.open(sealed, `tenant:${tenantId}`)) as TenantSecrets;

/** One of the logins to a project's database, where there is one. */
async function loginTo(context: Context, projectId: string, kind: TenantLoginKind): Promise<TenantLogin | undefined> {
  const tenant = await queries.findOf(context.db, projectId);
  if (tenant?.state !== "ready" || tenant.secretsSealed === null) return undefined;
  const secrets = openSecrets(context.vault, tenant.id, tenant.secretsSealed);
  return { database: databaseOf(tenant.id), user: loginOf(tenant.id, kind), password: secrets[kind] };
}

export const ownerOf = (context: Context, projectId: string) => loginTo(context, projectId, "owner");

/** Runs statements as the owner of a project's database, where there is one; only ever what the tenant itself could run. */
export async function asOwner<T>(context: Context, projectId: string, work: (db: Db) => Promise<T>): Promise<T | undefined> {
  const login = await ownerOf(context, projectId);
  return login && context.cell.asTenant(login, work);
}

/**
 * The same for a look: nothing of the tenant's stands in the way of a name, nothing is written, and nothing takes long. No code of the
 * tenant's can lift this; the connection is closed afterwards, so what is set for it need not be undone.
 */
export const lookAsOwner = <T>(context: Context, projectId: string, work: (db: Db) => Promise<T>): Promise<T | undefined> =>
  asOwner(context, projectId, async (db) => {
    await db.run(sql`begin read only`);
    await db.run(sql`set local search_path = pg_catalog`);
    await db.run(new Sql([`set local statement_timeout = '${lookLimit}'`], []));
    return work(db);
  });
const lookLimit = "5s";
