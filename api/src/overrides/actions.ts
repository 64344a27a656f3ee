import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { obstacleOf } from "../platform/second-person.ts";
import { get as getProject } from "../projects/index.ts";
import {
  changed,
  effectiveLimits,
  getSources,
  measureRaise,
  readUsual,
  refuse as refuseQuota,
  refuseUnconfirmed,
  tellDecided,
} from "../quotas/index.ts";
import { type addOverride, approveOverride, endOverride, type listOverrides, type Override, refuse, rejectOverride } from "./contract.ts";
import { overrideEnded, overrideEnding, overrideRequested } from "./mails.ts";
import * as queries from "./queries.ts";
import { effectsOf, isLongPast, later, stateAt } from "./rules.ts";

type Adding = InputOf<typeof addOverride>;

/**
 * Sets a limit for a time; every process knows when it begins and ends, so nothing needs to run then.
 * A raise beyond what one person may decide waits for another.
 */
export async function add(context: Context, adding: Adding) {
  const { db, now, actor } = context;
  const { projectId, metric, limit, reason, endsAt } = adding;
  const startsAt = beginningOf(adding, now);
  const project = await getOpenProject(context, projectId);
  await refuseUnconfirmedFrom(context, adding, startsAt, (await readUsual(context, projectId, metric)).used);
  const asked = { id: newId("override"), projectId, metric, limit, reason, startsAt, endsAt, createdBy: actor.id, createdAt: now };
  const { isForTwo: waits, usual } = await measureRaise(context, adding);
  const row = waits ? await queries.ask(db, asked) : await queries.insert(db, asked);
  context.audit({ action: waits ? "requestOverride" : "addOverride", target: row.id, projectId, reason, after: row });
  if (waits) await tellStaff(context, project.name, row, usual);
  else await changed(context, projectId, metric);
  return shown(context, row);
}

/** No limits are set on a project that is deleted. */
async function getOpenProject(context: Context, projectId: string) {
  const project = await getProject(context, { projectId });
  if (project.status === "purged") throw refuse("project_not_found");
  if (project.status === "deleting") throw refuseQuota("project_is_deleted");
  return project;
}

function beginningOf({ startsAt, endsAt }: Adding, now: string): string {
  if (endsAt <= now) throw refuse("ends_in_the_past");
  if (startsAt !== undefined && isLongPast(startsAt, now)) throw refuse("starts_in_the_past");
  if (startsAt !== undefined && endsAt <= startsAt) throw refuse("ends_before_it_starts");
  return later(startsAt ?? now, now);
}

/** Measured against what limits the project when the override begins. */
async function refuseUnconfirmedFrom(
  context: Context,
  { projectId, metric, limit, confirm = false }: Adding,
  startsAt: string,
  used: number,
) {
  const { limits } = effectiveLimits(await getSources(context, projectId), Date.parse(startsAt));
  await refuseUnconfirmed(context, { projectId, metric, limit, before: limits[metric].limit, used, isConfirmed: confirm });
}

const tellStaff = (
  context: Context,
  projectName: string,
  { id, metric, limit, reason, createdBy, projectId }: queries.Row,
  usual: number,
) =>
  notify(context, {
    to: { staff: true },
    projectId,
    ...overrideRequested({ overrideId: id, projectId, projectName, metric, usual, limit, reason, createdBy }),
  });

/** Somebody other than who asked lets an override begin. */
export async function approve(context: Context, { overrideId, reason }: InputOf<typeof approveOverride>) {
  const { db, now, actor } = context;
  const before = await holdAwaiting(context, overrideId);
  await getOpenProject(context, before.projectId);
  await queries.decide(db, overrideId, "approved", actor.id, reason, now);
  const startsAt = later(before.startsAt, now);
  const { endedAt, endedBy, endReason, ...asked } = before;
  const row = await queries.insert(db, { ...asked, startsAt, approvedBy: actor.id, approvedAt: now });
  context.audit({ target: overrideId, projectId: row.projectId, reason, before, after: row });
  await tellDecided(context, { ...row, what: "override", askedBy: row.createdBy, decision: "approved", reason });
  await changed(context, row.projectId, row.metric);
  return shown(context, row);
}

/** Somebody other than who asked says no. */
export async function reject(context: Context, { overrideId, reason }: InputOf<typeof rejectOverride>) {
  const { db, now, actor } = context;
  const before = await holdAwaiting(context, overrideId);
  const after = await queries.decide(db, overrideId, "rejected", actor.id, reason, now);
  context.audit({ target: overrideId, projectId: after.projectId, reason, before, after });
  await tellDecided(context, { ...after, what: "override", askedBy: after.createdBy, decision: "rejected", reason });
  return shown(context, after);
}

const obstacles = { too_late: "override_over", decided: "not_awaiting_approval", own: "not_your_own_override" } as const;

async function holdAwaiting(context: Context, overrideId: string) {
  const { db } = context;
  const request = await queries.lockRequest(db, overrideId);
  if (!request) throw refuse((await queries.lock(db, overrideId)) ? "not_awaiting_approval" : "override_not_found");
  const obstacle = obstacleOf(request, request.createdBy, context);
  if (obstacle) throw refuse(obstacles[obstacle]);
  return request;
}

/** Takes an override over from another platform, one that is over as well. */
export async function adopt(context: Context, override: Omit<queries.Row, "id" | "approvedBy" | "approvedAt">) {
  const { developerId } = await getProject(context, override);
  const row = await queries.insert(context.db, { ...override, id: newId("override") });
  context.audit({ action: "adoptOverride", target: row.id, projectId: row.projectId, developerId, after: row });
  await changed(context, row.projectId, row.metric);
  return row;
}

export async function list(context: Context, { projectId, cursor, limit }: InputOf<typeof listOverrides>) {
  await getProject(context, { projectId });
  const { items, nextCursor } = toPage(await queries.list(context.db, projectId, cursor, limit), limit);
  const show = await shower(context, projectId);
  return { items: items.map(show), nextCursor };
}

/** Ends an override before its time. */
export async function end(context: Context, { overrideId, reason }: InputOf<typeof endOverride>) {
  const { db, now, actor } = context;
  const before = await queries.lock(db, overrideId);
  if (!before) throw refuse("override_not_found");
  if (stateAt(before, now) === "over") throw refuse("override_over");
  const after = await queries.end(db, overrideId, actor.id, reason, now);
  context.audit({ target: overrideId, projectId: after.projectId, reason, before, after });
  await changed(context, after.projectId, after.metric);
  if (stateAt(before, now) === "in_force") await tellOwner(context, after, overrideEnded);
  return shown(context, after);
}

/** Notes in the audit log what has ended by its time, which it had for everybody already; tells owners of that, and of what ends soon. */
export async function noteEnded(context: Context) {
  const reason = "its time was over";
  for (const ended of await queries.endDue(context.db, context.actor.id, reason, context.now)) {
    const { id, projectId, metric, limit, endsAt } = ended;
    context.audit({ action: "endOverride", target: id, projectId, reason, before: { metric, limit, endsAt } });
    context.announce(projectId);
    await tellOwner(context, ended, overrideEnded);
  }
  for (const ending of await queries.tellEnding(context.db, context.now)) await tellOwner(context, ending, overrideEnding);
}

/** Tells the owner of a limit's end and what limits the project then; whose project is being deleted has heard of more. */
async function tellOwner(context: Context, row: queries.Row, say: typeof overrideEnding) {
  const { id: overrideId, projectId, metric, limit } = row;
  const { name: projectName, developerId, status } = await getProject(context, { projectId });
  if (status === "deleting" || status === "purged") return;
  const { effective } = await shown(context, row);
  const limitsUrl = `${context.publicUrl}/api/projects/${projectId}/quotas`;
  const told = {
    overrideId,
    projectId,
    projectName,
    metric,
    limit,
    after: effective.after.limit,
    endsAt: row.endedAt ?? row.endsAt,
    limitsUrl,
  };
  await notify(context, { to: { developerId }, projectId, ...say(told) });
}

const shown = async (context: Context, row: queries.Listed) => (await shower(context, row.projectId))(row);

/** Shows overrides of a project with what limits it before, while and after each. */
async function shower(context: Context, projectId: string): Promise<(row: queries.Listed) => Override> {
  const usual = await getSources(context, projectId);
  const others = await queries.listNeighbours(context.db, projectId);
  return ({ decision, ...row }) => {
    const state = stateAt({ ...row, decision }, context.now);
    const { before, during, after } = effectsOf(
      { ...row, endedAt: decision === undefined || decision === "approved" ? row.endedAt : null },
      others,
      usual,
    );
    const told = ({ limit, source }: typeof before) => ({ limit, source: source.kind });
    return { ...row, state, effective: { before: told(before), during: told(during), after: told(after) } };
  };
}

export const approveMany = eachOf(approveOverride, approve);

export const rejectMany = eachOf(rejectOverride, reject);

export const endMany = eachOf(endOverride, end);
