import { createHash } from "node:crypto";
import { adopt as adoptKey } from "@nextmavens/api/api-keys";
import { adopt as adoptDeveloper } from "@nextmavens/api/developers";
import { set as setFlag } from "@nextmavens/api/flags";
import { adopt as adoptOverride } from "@nextmavens/api/overrides";
import type { Context } from "@nextmavens/api/platform/action";
import { adopt as adoptProject } from "@nextmavens/api/projects";
import { changed, set as setQuota } from "@nextmavens/api/quotas";
import { adopt as adoptSuspension } from "@nextmavens/api/suspensions";
import type {
  AuditItem,
  DeveloperItem,
  FlagItem,
  ImportedKind,
  KeyItem,
  OverrideItem,
  ProjectItem,
  QuotaItem,
  SuspensionItem,
} from "./plan/index.ts";
import * as queries from "./queries.ts";
import type { TenantCopy } from "./tenant/index.ts";

/** Each takes something by its feature's own action and remembers, in the same transaction, what it became. */
interface From {
  readonly source: string;
}

/** Somebody else was quicker since this was planned; the next run plans it anew. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

const record = ({ db, now }: Context, source: string, kind: ImportedKind, oldId: string, newId: string) =>
  queries.record(db, { source, kind, oldId, newId }, now);

export async function rememberSource({ db, now, audit }: Context, { source, address }: From & { readonly address: string }) {
  await queries.rememberSource(db, source, address, now);
  audit({ target: `import:${source}`, after: { address } });
}

export async function takeDeveloper(context: Context, { source, oldId, account }: From & DeveloperItem) {
  const made = await adoptDeveloper(context, account);
  if (!made) throw new Overtaken(`the address ${account.email} was taken meanwhile`);
  await record(context, source, "developer", oldId, made.id);
}

export async function takeProject(context: Context, { source, oldId, developerOldId, name, createdAt }: From & ProjectItem) {
  const developerId = await queries.findImported(context.db, source, "developer", developerOldId);
  if (developerId === undefined) throw new Overtaken(`its developer ${developerOldId} could not be taken`);
  const made = await adoptProject(context, { developerId, name, createdAt });
  if (!made) throw new Overtaken(`the name ${name} was taken meanwhile`);
  await record(context, source, "project", oldId, made.id);
  return { id: made.id };
}

interface Of extends From {
  readonly projectId: string;
}

/** Limits and sanctions of one project, all or none: it must not be open for a moment without them. */
export async function takeLimits(
  context: Context,
  given: Of & {
    readonly quotas: readonly QuotaItem[];
    readonly overrides: readonly OverrideItem[];
    readonly suspensions: readonly SuspensionItem[];
  },
) {
  const { source, projectId } = given;
  for (const { kind, oldId, metric, limit, reason } of given.quotas) {
    const quota = await setQuota(saying(context, "setProjectQuota"), { projectId, metric, limit, reason, confirm: true });
    await record(context, source, kind, oldId, quota.id);
  }
  for (const { oldId, projectOldId: _, ...override } of given.overrides) {
    const { now } = context;
    const ended =
      override.endedAt === null ? { endedBy: null, endReason: null } : { endedBy: "import", endReason: "It ended on the present platform" };
    const { id } = await adoptOverride(context, {
      ...override,
      ...ended,
      projectId,
      createdAt: override.startsAt < now ? override.startsAt : now,
    });
    await record(context, source, "manual_override", oldId, id);
  }
  for (const { oldId, projectOldId: _, ...suspension } of given.suspensions) {
    const made = await adoptSuspension(context, { ...suspension, projectId });
    if (!made) throw new Overtaken("the project was suspended meanwhile");
    await record(context, source, "suspension", oldId, made.id);
  }
}

export async function takeKeys(context: Context, { source, projectId, keys }: Of & { readonly keys: readonly KeyItem[] }) {
  for (const { oldId, key } of keys) {
    const made = await adoptKey(context, { ...key, projectId });
    if (!made) throw new Overtaken(`a key of the same hash as ${oldId}'s was made meanwhile`);
    await record(context, source, "api_key", oldId, made.id);
  }
}

export async function takeFlag(context: Context, { source, oldId, key, description, definition }: From & FlagItem) {
  const taken = await queries.listFlagKeys(context.db);
  if (taken.includes(key)) throw new Overtaken(`a flag of the key ${key} was made meanwhile`);
  const reason = `Taken over from the platform ${source}`;
  await setFlag(saying(context, "setFlag"), { key, description, definition, reason });
  await record(context, source, "feature_flag", oldId, key);
}

interface TenantTaken extends Of {
  readonly schema: string;
  readonly tenantId: string;
}

export async function beginTenant({ db, now, audit }: Context, { source, projectId, schema, tenantId }: TenantTaken) {
  await queries.recordBegun(db, { source, kind: "tenant", oldId: schema, newId: tenantId }, now);
  audit({ target: projectId, projectId, after: { tenantId, schema } });
}

export async function endTenant(
  context: Context,
  { source, projectId, schema, tenantId, copy }: TenantTaken & { readonly copy: TenantCopy },
) {
  await queries.recordDone(context.db, { source, kind: "tenant", oldId: schema, newId: tenantId }, context.now);
  context.audit({ target: projectId, projectId, after: { tenantId, schema, tables: copy.tables, rows: copy.rows } });
  await changed(context, projectId, "database_bytes");
}

/** The digest, over `<old id> <entry as the database writes it>` and a line's end for each, shows later whether all is as it came. */
export async function takeAuditLogs(context: Context, { source, items }: From & { readonly items: readonly AuditItem[] }) {
  const added = await queries.insertAuditLogs(context.db, source, items, context.now);
  if (added.length === 0) return 0;
  const digest = createHash("sha256");
  for (const { oldId, entry } of added) digest.update(`${oldId} ${entry}\n`);
  const after = { entries: added.length, first: added[0]?.oldId, last: added.at(-1)?.oldId, sha256: digest.digest("hex") };
  context.audit({ target: `import:${source}`, after });
  return added.length;
}

/** A feature's action names its entry after the operation it serves. */
const saying = (context: Context, action: string): Context => ({ ...context, audit: (entry) => context.audit({ ...entry, action }) });
