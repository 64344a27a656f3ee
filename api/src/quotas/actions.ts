import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject } from "../projects/index.ts";
import { databaseOf } from "../tenants/index.ts";
import {
  type listProjectQuotas,
  type listQuotas,
  type ProjectQuota,
  type Quota,
  refuse,
  type removeProjectQuota,
  type setProjectQuota,
} from "./contract.ts";
import { refuseUnconfirmed } from "./decrease.ts";
import * as queries from "./queries.ts";
import {
  effectiveLimits,
  type Limit,
  type LimitSources,
  type Metric,
  metrics,
  nextChangeOf,
  resetsAt,
  thresholdOf,
  throttledBy,
  windowOf,
} from "./rules.ts";
import { secondedFrom } from "./second-person.ts";
import { findThrottle, getBusiestSecond, listStandings, type Standing, type Throttle } from "./standing-queries.ts";

/** Sets a project's own limit; in force on every process within moments. */
export async function set(
  context: Context,
  { projectId, metric, limit, reason, confirm = false }: InputOf<typeof setProjectQuota>,
): Promise<ProjectQuota> {
  const before = await findForChange(context, projectId, metric);
  const usual = await readUsual(context, projectId, metric);
  await refuseUnconfirmed(context, { projectId, metric, before: usual.limit, limit, used: usual.used, isConfirmed: confirm });
  const proposedBy = (await secondedFrom(context, { projectId, metric, limit, reason })) ?? null;
  return put(context, { before, projectId, metric, limit, reason, proposedBy });
}

type Wanted = Pick<ProjectQuota, "projectId" | "metric" | "limit" | "reason" | "proposedBy"> & {
  readonly before: ProjectQuota | undefined;
};

/** Puts a limit in force that whoever had to has agreed to. */
export async function put(context: Context, { before, ...wanted }: Wanted): Promise<ProjectQuota> {
  const { db, now, actor } = context;
  const id = before?.id ?? newId("quota");
  const { projectId, metric, reason } = wanted;
  const after = await queries.set(db, { ...wanted, id, setBy: actor.id, now });
  context.audit({ action: "setProjectQuota", target: id, projectId, reason, before, after });
  await changed(context, projectId, metric);
  return after;
}

/** Takes a project's own limit away, and tells what limits it now. */
export async function remove(
  context: Context,
  { projectId, metric, reason, confirm = false }: InputOf<typeof removeProjectQuota>,
): Promise<Quota> {
  const before = await findForChange(context, projectId, metric);
  if (!before) throw refuse("quota_not_found");
  await queries.remove(context.db, before.id);
  const after = await readUsual(context, projectId, metric);
  const change = { projectId, metric, before: before.limit, limit: after.limit, used: after.used };
  await refuseUnconfirmed(context, { ...change, isConfirmed: confirm });
  context.audit({ target: before.id, projectId, reason, before });
  await changed(context, projectId, metric);
  return (await readerOf(context, projectId))(metric);
}

export async function list(context: Context, { projectId }: InputOf<typeof listQuotas>) {
  return { items: await readAll(context, projectId, await countSessions(context, projectId)) };
}

/** What is known without asking the cluster of the project's database, which may not answer. */
export const listKnown = (context: Context, projectId: string) => readAll(context, projectId);

export async function listForStaff(context: Context, { projectId }: InputOf<typeof listProjectQuotas>) {
  const items = await readAll(context, projectId, await countSessions(context, projectId));
  return { items, quotas: await queries.list(context.db, projectId) };
}

/** A limit of a project that is there, held until this transaction is over. Where there is none yet, its revision is 0. */
export async function findForChange({ db, ifMatch }: Context, projectId: string, metric: Metric) {
  const project = await queries.lockProject(db, projectId);
  if (!project) throw refuse("project_not_found");
  if (project.status === "deleting") throw refuse("project_is_deleted");
  const quota = await queries.find(db, projectId, metric);
  if (ifMatch !== undefined && (quota?.revision ?? 0) !== ifMatch) throw refuse("edited_meanwhile");
  return quota;
}

/** Every process takes the new limit up, and a cap on bytes meets a fresh measurement. */
export async function changed({ announce, enqueue }: Context, projectId: string, metric: Metric) {
  announce(projectId);
  await enqueue("warnProject", { projectId }, { key: `warnProject:${projectId}` });
  if (metric !== "database_bytes") return;
  await enqueue("measureDatabase", { projectId }, { key: `measureDatabase:${projectId}` });
  await enqueue("enforceProjectLimits", { projectId }, { key: `enforceProjectLimits:${projectId}` });
}

/** What limits a project by plan and quota, whatever overrides say, and what is used of it. */
export async function readUsual(context: Context, projectId: string, metric: Metric): Promise<Quota> {
  return (await readerOf(context, projectId, false))(metric);
}

/** Reads a project's limits once and tells each by its metric. */
async function readerOf(context: Context, projectId: string, withOverrides = true, connections = 0): Promise<(metric: Metric) => Quota> {
  const now = Date.parse(context.now);
  await getProject(context, { projectId });
  await context.settling.settled();
  const standing = await getStanding(context, projectId);
  const used = { ...standing.used, connections, requests_per_second: await getBusiestSecond(context.db, projectId, context.now) };
  const sources = withOverrides ? standing : { ...standing, overrides: [] };
  const { limits } = effectiveLimits(sources, now);
  const throttle = withOverrides ? await findThrottle(context.db, projectId, context.now) : undefined;
  return (metric) => {
    const amount = used[metric] ?? 0;
    const window = windowOf[metric];
    const inForce = window === "second" && throttle ? throttled(limits[metric], throttle) : { ...limits[metric], throttledBy: null };
    return {
      metric,
      ...inForce,
      used: amount,
      threshold: thresholdOf(amount, inForce.limit),
      window,
      resetsAt: resetsAt(metric, now),
      nextChange: nextChangeOf(sources, metric, now),
    };
  };
}

const throttled = (limit: Limit, { sanctionId, until }: Throttle): Pick<Quota, "limit" | "source" | "throttledBy"> => ({
  ...throttledBy(limit, { id: sanctionId, until }),
  throttledBy: { sanctionId, until, otherwise: limit.limit },
});

const readAll = async (context: Context, projectId: string, connections?: number) =>
  metrics.map(await readerOf(context, projectId, true, connections));

/** The sessions of a project's database that all processes have open. While its cluster does not answer there are none. */
export async function countSessions({ db, cell, log }: Context, projectId: string): Promise<number> {
  const [tenant] = await queries.listReadyTenants(db, [projectId]);
  if (!tenant) return 0;
  const count = cell.asProvisioner(undefined, (provisioner) => queries.countSessions(provisioner, databaseOf(tenant.tenantId)));
  return count.catch((error: unknown) => {
    log.warn("the open sessions of a project could not be counted", { error, projectId });
    return 0;
  });
}

/** Everything that says something about a project's limits, now and later. */
export async function getSources(context: Context, projectId: string): Promise<LimitSources> {
  await getProject(context, { projectId });
  return getStanding(context, projectId);
}

/** One limit that is in force, and how much of it is used: for levels and counts. */
export async function getLimit(context: Context, projectId: string, metric: Metric) {
  const standing = await getStanding(context, projectId);
  const { limits } = effectiveLimits(standing, Date.parse(context.now));
  return { ...limits[metric], used: standing.used[metric] ?? 0 };
}

async function getStanding({ db, now }: Context, projectId: string): Promise<Standing> {
  const [standing] = await listStandings(db, [projectId], now);
  if (!standing) throw refuse("project_not_found");
  return standing;
}
