import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { digestOf, newToken, shownPrefix } from "../platform/token.ts";
import { getLimit } from "../quotas/index.ts";
import type * as contract from "./contract.ts";
import { type ApiKey, refuse, revokeAnyKey } from "./contract.ts";
import * as queries from "./queries.ts";
import { endOfOverlap, isLive, type Kind, legacyKeys, prefixOf, scopesOf } from "./rules.ts";

export async function create(context: Context, { projectId, name, kind, scopes, expiresAt }: InputOf<typeof contract.createKey>) {
  if (expiresAt !== undefined && expiresAt <= context.now) throw refuse("expiry_in_the_past");
  await lockOpenProject(context, projectId);
  const allowed: readonly string[] = scopesOf[kind];
  const wanted = [...new Set(scopes ?? scopesOf[kind])];
  if (wanted.some((scope) => !allowed.includes(scope))) throw refuse("scope_not_of_kind");
  await refuseTooMany(context, projectId);
  const { made, key } = await mint(context, { projectId, name, kind, scopes: wanted, expiresAt: expiresAt ?? null });
  context.audit({ target: made.id, projectId, after: made });
  return { ...made, key };
}

/** A key that another platform made: its hash, and how such keys begin. */
export type Adopted = Omit<ApiKey, "id"> & { readonly digest: Buffer; readonly legacyPrefix: string };

/** Takes a key over, to serve on as it is; nothing where one of this hash is here already. */
export async function adopt(context: Context, { digest, ...key }: Adopted) {
  const { developerId } = await lockOpenProject(context, key.projectId);
  const made = await queries.adopt(context.db, { ...key, id: newId("key"), hash: digest });
  if (!made) return undefined;
  context.audit({ action: "adoptKey", target: made.id, projectId: made.projectId, developerId, after: made });
  context.announce(made.projectId);
  context.announce(legacyKeys);
  return made;
}

export async function list({ db }: Context, { projectId }: { projectId: string }) {
  if (!(await queries.projectExists(db, projectId))) throw refuse("project_not_found");
  return { items: await queries.list(db, projectId) };
}

/** The new key can do what the old one could, no more; of two who rotate one key at once, the second finds it replaced. */
export async function rotate(context: Context, { projectId, keyId, overlapSeconds }: InputOf<typeof contract.rotateKey>) {
  const { db, now } = context;
  await lockOpenProject(context, projectId);
  const old = await queries.lock(db, keyId);
  if (old?.projectId !== projectId) throw refuse("key_not_found");
  if (!isLive(old, now) || (await queries.isReplaced(db, keyId))) throw refuse("key_not_live");
  const { made, key } = await mint(context, { projectId, name: old.name, kind: old.kind, scopes: old.scopes, expiresAt: old.expiresAt });
  await queries.replace(db, keyId, made.id, endOfOverlap(old, overlapSeconds, now));
  context.audit({ target: keyId, projectId, before: old, after: made });
  context.announce(projectId);
  return { ...made, key };
}

export async function revoke(context: Context, { projectId, keyId }: InputOf<typeof contract.revokeKey>) {
  const key = await queries.lock(context.db, keyId);
  if (key?.projectId !== projectId) throw refuse("key_not_found");
  await end(context, key, undefined);
  return undefined;
}

export async function revokeAny(context: Context, { keyId, reason }: InputOf<typeof contract.revokeAnyKey>) {
  const key = await queries.lock(context.db, keyId);
  if (!key) throw refuse("key_not_found");
  return end(context, key, reason);
}

/** After a leak: no old key goes on, each gets a successor of its name and kind. */
export async function regenerate(context: Context, { projectId, reason }: InputOf<typeof contract.regenerateKeys>) {
  const { developerId } = await lockOpenProject(context, projectId);
  const old = await queries.listLive(context.db, projectId, context.now);
  const keys = [];
  for (const { id, name, kind, scopes, expiresAt } of old) {
    await queries.revoke(context.db, id, context.now);
    // One that was being replaced has its successor among these.
    if (await queries.isReplaced(context.db, id)) continue;
    const { made, key } = await mint(context, { projectId, name, kind, scopes, expiresAt });
    await queries.replace(context.db, id, made.id, context.now);
    keys.push({ ...made, key });
  }
  context.audit({
    target: projectId,
    projectId,
    developerId,
    reason,
    before: { keys: old.map(nameOf) },
    after: { keys: keys.map(nameOf) },
  });
  context.announce(projectId);
  return { keys };
}

const nameOf = ({ id, kind, prefix }: ApiKey) => ({ id, kind, prefix });

async function end(context: Context, key: ApiKey, reason: string | undefined) {
  if (key.revokedAt !== null) throw refuse("key_revoked");
  const after = await queries.revoke(context.db, key.id, context.now);
  context.audit({
    target: key.id,
    projectId: key.projectId,
    reason,
    before: { revokedAt: key.revokedAt },
    after: { revokedAt: after.revokedAt },
  });
  context.announce(key.projectId);
  return after;
}

/** The project is locked, so that of two who make its last key one is refused. */
async function refuseTooMany(context: Context, projectId: string) {
  const { limit, used, source } = await getLimit(context, projectId, "keys");
  if (used >= limit) throw refuse("too_many_keys", { details: { metric: "keys", limit, used, source } });
}

async function lockOpenProject({ db }: Context, projectId: string) {
  const project = await queries.lockProject(db, projectId);
  if (!project) throw refuse("project_not_found");
  if (project.status === "deleting") throw refuse("project_is_deleted");
  return project;
}

async function mint(
  { db, now }: Context,
  wanted: { projectId: string; name: string; kind: Kind; scopes: readonly string[]; expiresAt: string | null },
) {
  const prefix = prefixOf[wanted.kind];
  const key = newToken(prefix);
  const made = await queries.insert(db, { id: newId("key"), ...wanted, prefix: shownPrefix(prefix, key), hash: digestOf(key), now });
  return { made, key };
}

export const revokeMany = eachOf(revokeAnyKey, revokeAny);
