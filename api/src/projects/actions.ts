import { forget as forgetEndUserAuth } from "../end-users/index.ts";
import type { ActAsJob, Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import * as tenants from "../tenants/index.ts";
import type * as contract from "./contract.ts";
import { type Project, refuse } from "./contract.ts";
import * as queries from "./queries.ts";

const day = 24 * 60 * 60_000;

/** The database is there when the answer is; should building it fail here, a job goes on with it. */
export async function create(context: Context, { name, region = context.settings.defaultRegion }: InputOf<typeof contract.createProject>) {
  const regions = (await queries.listRegions(context.db)).map((each) => each.id);
  if (!regions.includes(region)) throw refuse("region_not_found", { details: { regions } });
  await refuseBeyondPlan(context);
  const project = await queries.insert(context.db, { id: newId("project"), developerId: context.actor.id, name, region, now: context.now });
  if (!project) throw refuse("project_name_taken");
  await orderTenant(context, project);
  context.audit({ target: project.id, projectId: project.id, after: project });
  return project;
}

/** Holds the developer, so that of several at once none passes the limit, and none outlives the account. */
async function refuseBeyondPlan({ db, actor }: Context) {
  const owner = await queries.lockOwner(db, actor.id);
  if (!owner) throw refuse("account_is_deleted");
  const { count } = await queries.countOf(db, actor.id);
  if (count >= owner.projectsMax) {
    const { plan, projectsMax: limit } = owner;
    throw refuse("too_many_projects", {
      details: { metric: "projects_per_developer", limit, used: count, source: { kind: "plan", plan } },
    });
  }
}

/** A project that another platform had. */
export interface Adopted {
  readonly developerId: string;
  readonly name: string;
  readonly createdAt: string;
}

/** Takes a project over from another platform, with an empty database of its own; nothing where its owner has one of this name. */
export async function adopt(context: Context, adopted: Adopted) {
  const { defaultRegion: region } = context.settings;
  const project = await queries.insert(context.db, { ...adopted, id: newId("project"), region, now: context.now });
  if (!project) return undefined;
  await orderTenant(context, project);
  context.audit({ action: "adoptProject", target: project.id, projectId: project.id, developerId: project.developerId, after: project });
  return project;
}

async function orderTenant(context: Context, project: Project) {
  const { tenantId } = await tenants.order(context, { projectId: project.id, region: project.region });
  context.afterCommit((act) => context.cell.inTurn(async () => void Object.assign(project, await open(act, tenantId, project.id))));
}

async function open(act: ActAsJob, tenantId: string, projectId: string) {
  await act("provisionTenant", tenants.provision, { tenantId });
  return act("activateProject", activate, { projectId });
}

/** A project opens when its tenant is built; one that is open already is left as it is. */
export async function activate(context: Context, { projectId }: { projectId: string }) {
  const project = await queries.activate(context.db, projectId, context.now);
  if (!project) return queries.find(context.db, projectId);
  context.audit({
    target: projectId,
    projectId,
    developerId: project.developerId,
    before: { status: "provisioning" },
    after: { status: "active" },
  });
  context.announce(projectId);
  return project;
}

/** Opens projects whose tenant was built by a job. */
export async function activateBuilt(context: Context) {
  for (const { id } of await queries.listBuilt(context.db)) await activate(context, { projectId: id });
}

export async function list({ actor, db }: Context, { cursor, limit }: InputOf<typeof contract.listProjects>) {
  return toPage(await queries.list(db, { developerId: actor.id }, cursor, limit), limit);
}

export async function listAll({ db }: Context, { cursor, limit, ...filter }: InputOf<typeof contract.listAllProjects>) {
  return toPage(await queries.list(db, filter, cursor, limit), limit);
}

/** Row-level security hides other developers' projects, so the same look-up serves owner and staff. */
export async function get({ db, actor }: Context, { projectId }: InputOf<typeof contract.getProject>) {
  const project = await queries.find(db, projectId);
  if (!project || (project.status === "purged" && actor.kind === "developer")) throw refuse("project_not_found");
  return project;
}

/** With the address of the page that tells how it stands. */
export async function getOwn(context: Context, input: InputOf<typeof contract.getProject>) {
  const project = await get(context, input);
  const { token } = await queries.getPublicToken(context.db, project.id);
  return { ...project, statusUrl: `${context.publicUrl}/status/projects/${token}` };
}

/** A project as anybody may know of it who has the address of its status page; nothing is left to tell of one that is gone. */
export async function findByPublicToken({ db }: Pick<Context, "db">, token: string) {
  const project = await queries.findByPublicToken(db, token);
  return project?.status === "purged" ? undefined : project;
}

export async function rename(context: Context, { projectId, name }: InputOf<typeof contract.renameProject>) {
  const before = await getForEdit(context, projectId);
  if (before.status === "deleting") throw refuse("project_is_deleted");
  const after = await queries.rename(context.db, projectId, name, context.now);
  if (!after) throw refuse("project_name_taken");
  context.audit({ target: projectId, projectId, before: { name: before.name }, after: { name: after.name } });
  return after;
}

/** Service stops at once; what is there stays until the days of grace are over. */
export async function remove(context: Context, { projectId, reason }: { projectId: string; reason?: string }) {
  const before = await getForEdit(context, projectId);
  if (before.status === "deleting") throw refuse("project_is_deleted");
  return schedule(context, before, { graceDays: context.settings.deletionGraceDays, reason });
}

/** Without days of grace; of a project that is in them, they end now. */
export async function removeAtOnce(context: Context, { projectId, reason }: { projectId: string; reason: string }) {
  const before = await getForEdit(context, projectId);
  if (before.status === "deleting" && (await isPastGrace(context, before))) throw refuse("project_is_being_purged");
  const removed = await schedule(context, before, { graceDays: 0, reason });
  await context.enqueue("purgeProject", { projectId }, { key: `purge:${projectId}` });
  return removed;
}

async function schedule(context: Context, before: Project, { graceDays, reason }: { graceDays: number; reason: string | undefined }) {
  const { id: projectId, developerId, status, purgeAt: purgeAtBefore, revision } = before;
  const purgeAt = new Date(Date.parse(context.now) + graceDays * day).toISOString();
  const after = await queries.setStatus(context.db, projectId, "deleting", purgeAt, context.now);
  context.audit({
    ...{ target: projectId, projectId, developerId, reason },
    before: { status, purgeAt: purgeAtBefore, revision },
    after: { status: after.status, purgeAt, revision: after.revision, graceDays },
  });
  context.announce(projectId);
  await context.enqueue("endTenantSessions", { projectId });
  return { ...after, purgeAt };
}

const isPastGrace = async ({ db, now }: Context, { id, purgeAt }: Project) =>
  (purgeAt ?? now) <= now || (await queries.isBeingPurged(db, id));

export async function restore(context: Context, { projectId, reason }: InputOf<typeof contract.restoreProject> & { reason?: string }) {
  const before = await getForEdit(context, projectId);
  if (before.status !== "deleting") throw refuse("project_not_deleted");
  if (await isPastGrace(context, before)) throw refuse("project_is_being_purged");
  const status = (await queries.isTenantReady(context.db, projectId)) ? "active" : "provisioning";
  const after = await queries.setStatus(context.db, projectId, status, null, context.now);
  context.audit({
    target: projectId,
    projectId,
    developerId: before.developerId,
    reason,
    before: { status: before.status },
    after: { status: after.status },
  });
  context.announce(projectId);
  return after;
}

/** Enqueues the purge of each project whose days of grace are over. */
export async function purgeDue(context: Context) {
  for (const { id } of await queries.listPurgeable(context.db, context.now)) {
    await context.enqueue("purgeProject", { projectId: id }, { key: `purge:${id}` });
  }
}

/** Commits that the project goes, and takes it away then; `purgeDue` comes back to what was cut off. */
export async function purge(context: Context, { projectId }: { projectId: string }) {
  const project = await queries.lock(context.db, projectId);
  if (project?.status !== "deleting" || (project.purgeAt ?? context.now) > context.now) return;
  await tenants.beginPurge(context, { projectId });
  context.afterCommit((act) => act("purgeProject", raze, { projectId }));
}

/** Database, logins and secrets go for good; the row stays, so that the audit log still has a name to show. */
async function raze(context: Context, { projectId }: { projectId: string }) {
  const project = await queries.lock(context.db, projectId);
  if (project?.status !== "deleting") return;
  await tenants.purge(context, { projectId });
  await forgetEndUserAuth(context, { projectId });
  await queries.setStatus(context.db, projectId, "purged", null, context.now);
  context.audit({
    target: projectId,
    projectId,
    developerId: project.developerId,
    before: { status: "deleting" },
    after: { status: "purged" },
  });
  context.announce(projectId);
}

async function getForEdit({ db, ifMatch }: Context, projectId: string) {
  const project = await queries.lock(db, projectId);
  if (!project || project.status === "purged") throw refuse("project_not_found");
  if (ifMatch !== undefined && ifMatch !== project.revision) throw refuse("edited_meanwhile");
  return project;
}
