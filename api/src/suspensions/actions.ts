import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { get as getProject, type Project, refuse as refuseProject } from "../projects/index.ts";
import { endSessions } from "../tenants/index.ts";
import {
  type getEvidence,
  liftSuspension,
  type listAllSuspensions,
  type listSuspensions,
  refuse,
  type StaffSuspension,
  type sanctionProject,
  type suspendProject,
} from "./contract.ts";
import { sealEvidence, sealOf } from "./evidence.ts";
import { lifted, sanctioned } from "./mails.ts";
import * as queries from "./queries.ts";
import { isOver, milder, type Standing, stateAt, statusUrlOf, transitions } from "./rules.ts";

/** By now every process has heard of a suspension, even one that lost the message: what it still let in is ended too. */
const allHaveHeardMs = 6_000;

/** Suspends a project: its keys are refused everywhere within moments, and its open sessions end. */
export const suspend = (context: Context, input: InputOf<typeof suspendProject>) =>
  decide(context, { ...input, level: "suspended" }, "already_suspended");

/** Puts a project under a sanction, or moves the one that staff put it under to another level. */
export const sanction = (context: Context, input: InputOf<typeof sanctionProject>) => decide(context, input, "already_sanctioned");

async function decide(
  context: Context,
  { endsAt, ...asked }: InputOf<typeof sanctionProject>,
  otherwise: "already_suspended" | "already_sanctioned",
) {
  if (endsAt !== undefined && endsAt <= context.now) throw refuse("ends_in_the_past");
  const { status } = await getProject(context, asked);
  if (status === "deleting") throw refuseProject("project_is_deleted");
  const imposed = await impose(context, { ...asked, endsAt: endsAt ?? null, cause: "staff", causeId: null });
  if (!imposed) throw refuse(otherwise);
  return imposed;
}

interface Telling {
  /** The owner gets a mail of what it follows from, which says this as well. */
  readonly withoutMail?: boolean;
}

/** What is imposed on a project, by whom it may be. */
export interface Imposed
  extends Pick<queries.Row, "projectId" | "level" | "cause" | "causeId" | "reason" | "statement" | "endsAt">,
    Telling {
  /** What led to it, beside the project's limits and their use. */
  readonly found?: unknown;
}

/**
 * Puts a project under a sanction that follows from a limit or a detection, no stricter than configuration lets automation be.
 * One of the same cause is moved where its level is another; nothing comes back where it is as it shall be, or where an appeal
 * was decided in the owner's favour and this cause is spared for a time.
 */
export async function imposeAutomatically(
  context: Context,
  imposed: Imposed & { readonly cause: "quota" | "detection"; readonly causeId: string },
) {
  if (await queries.isSpared(context.db, imposed, context.now)) return undefined;
  return impose(context, { ...imposed, level: milder(imposed.level, context.settings.automationCeiling) });
}

/** Puts a milder sanction in the place of one that is in force; it keeps cause and reason. */
export async function soften(context: Context, before: StaffSuspension, to: Pick<queries.Row, "level" | "statement" | "endsAt"> & Telling) {
  const { projectId, cause, causeId, reason } = before;
  const softer = await impose(context, { projectId, cause, causeId, reason, ...to });
  if (!softer) throw refuse("already_sanctioned");
  return softer;
}

/** Keeps automation from imposing anything for the cause of this sanction for a time. */
export const spare = ({ db }: Context, { suspensionId, until }: { suspensionId: string; until: string }) =>
  queries.spare(db, suspensionId, until);

/** A sanction that nobody else changes until this transaction is over. */
export async function hold(context: Context, suspensionId: string): Promise<StaffSuspension> {
  const row = await queries.lock(context.db, suspensionId);
  if (!row) throw refuse("suspension_not_found");
  return shown(context, row);
}

async function impose(context: Context, { withoutMail, ...imposed }: Imposed): Promise<StaffSuspension | undefined> {
  const moved = await move(context, imposed, imposed.level);
  if (!moved) return undefined;
  const { project, suspension } = moved;
  const told = sanctioned[suspension.level](tellable(project, suspension));
  await notify(context, { to: { developerId: project.developerId }, projectId: project.id, withoutMail, ...told });
  return suspension;
}

/** Opens a sanction in place of the one of its cause, if the table of transitions lets the project go there; nobody is told yet. */
export async function move(context: Context, { found, ...imposed }: Omit<Imposed, keyof Telling>, to: Standing) {
  const { db, now, actor } = context;
  const { projectId } = imposed;
  const project = await getProject(context, { projectId });
  if (project.status === "purged") throw refuse("project_not_found");
  await close(context, projectId);
  const [before] = await queries.lockOpen(db, projectId, imposed);
  const standing = before?.level ?? (project.status === "deleting" ? "scheduled_for_deletion" : "active");
  if (!transitions[standing].includes(to)) return undefined;
  if (before) await queries.lift(db, before.id, actor.id, `moved from ${before.level} to ${to}`, now);
  const sealed = await sealEvidence(context, projectId, found);
  const followsId = before?.id ?? null;
  const row = await queries.open(db, { ...imposed, ...sealed, id: newId("suspension"), startsAt: now, imposedBy: actor.id, followsId });
  if (!row) return undefined;
  const action = row.level === "suspended" ? "suspendProject" : "sanctionProject";
  context.audit({ action, target: row.id, projectId, reason: `${row.reason}: ${row.statement}`, before, after: row });
  context.announce(projectId);
  if (row.level === "suspended") await endSessionsSoon(context, projectId);
  return { project, suspension: shown(context, row) };
}

/** What of a sanction its owner is told. */
export const tellable = (
  project: Pick<Project, "id" | "name">,
  { id, level, reason, statement, startsAt, endsAt, statusUrl }: StaffSuspension,
) => ({
  ...{ projectId: project.id, projectName: project.name, suspensionId: id },
  ...{ level, reason, statement, startsAt, endsAt, statusUrl },
});

/** Takes a suspension over from another platform, one that is over as well; its owner was told there. */
export async function adopt(context: Context, suspension: Omit<queries.Adopted, "id">) {
  const { developerId } = await getProject(context, suspension);
  const row = await queries.adopt(context.db, { ...suspension, id: newId("suspension") });
  if (!row) return undefined;
  context.audit({ action: "adoptSuspension", target: row.id, projectId: row.projectId, developerId, after: row });
  context.announce(row.projectId);
  if (row.liftedAt === null) await endSessionsSoon(context, row.projectId);
  return row;
}

/** Lifts a suspension before its end, or one that has none. */
export async function lift(context: Context, { suspensionId, reason, ...telling }: InputOf<typeof liftSuspension> & Telling) {
  const before = await queries.lock(context.db, suspensionId);
  if (!before) throw refuse("suspension_not_found");
  if (isOver(stateAt(before, context.now))) throw refuse("suspension_over");
  return liftOpen(context, before, reason, telling);
}

/** Lifts what a limit or a detection led to, because that is gone. Tells how many were lifted. */
export async function liftAutomatically(
  context: Context,
  { projectId, reason, ...cause }: Pick<queries.Row, "projectId" | "cause" | "causeId"> & { readonly reason: string },
) {
  const open = (await queries.lockOpen(context.db, projectId, cause)).filter((each) => !isOver(stateAt(each, context.now)));
  for (const each of open) await liftOpen(context, each, reason);
  return open.length;
}

async function liftOpen(context: Context, before: queries.Row, reason: string, { withoutMail }: Telling = {}) {
  const { db, now, actor } = context;
  const after = await queries.lift(db, before.id, actor.id, reason, now);
  context.audit({ action: "liftSuspension", target: after.id, projectId: after.projectId, reason, before, after });
  context.announce(after.projectId);
  const { id: projectId, name: projectName, developerId } = await getProject(context, after);
  const told = lifted({ projectId, projectName, suspensionId: after.id, level: after.level });
  await notify(context, { to: { developerId }, projectId, withoutMail, ...told });
  return shown(context, after);
}

/** What a sanction rests on, as it was known when it was decided. */
export async function readEvidence({ db }: Context, { suspensionId }: InputOf<typeof getEvidence>) {
  const found = await queries.findEvidence(db, suspensionId);
  if (!found) throw refuse("suspension_not_found");
  const { evidence, sha256 } = found;
  const isIntact = evidence === null ? true : sealOf(evidence) === sha256;
  return { evidence: evidence === null ? null : JSON.parse(evidence), sha256, isIntact };
}

/** The same list for owner and staff; the contract leaves out who imposed and lifted for the owner. */
export async function list(context: Context, { projectId, cursor, limit }: InputOf<typeof listSuspensions>) {
  await getProject(context, { projectId });
  const { items, nextCursor } = toPage(await queries.list(context.db, projectId, cursor, limit), limit);
  return { items: items.map((row) => shown(context, row)), nextCursor };
}

/** The sanctions of all projects, so that staff see which there are. */
export async function listAll(context: Context, { cursor, limit, isOver: over }: InputOf<typeof listAllSuspensions>) {
  const filter = { isOver: over === undefined ? undefined : over === "true", now: context.now };
  const { items, nextCursor } = toPage(await queries.listAll(context.db, filter, cursor, limit), limit);
  return { items: items.map((row) => shown(context, row)), nextCursor };
}

/** Closes what has ended by its time. It had ended for everybody already: this only notes it. */
export async function closeEnded(context: Context) {
  for (const projectId of await close(context, undefined)) context.announce(projectId);
}

/** Ends the open sessions of a project, unless its suspension was lifted meanwhile. */
export async function endSuspendedSessions(context: Context, { projectId }: { projectId: string }) {
  if (await queries.isSuspended(context.db, projectId, context.now)) await endSessions(context, { projectId });
}

async function close({ db, now, audit }: Context, projectId: string | undefined) {
  const reason = "its time was over";
  const closed = await queries.closeEnded(db, projectId, "time", reason, now);
  for (const { id, projectId, endsAt } of closed) audit({ action: "liftSuspension", target: id, projectId, reason, before: { endsAt } });
  return closed.map((row) => row.projectId);
}

async function endSessionsSoon({ enqueue, afterCommit, now }: Context, projectId: string) {
  const runAt = new Date(Date.parse(now) + allHaveHeardMs);
  await enqueue("endSuspendedSessions", { projectId }, { key: `endSuspendedSessions:${projectId}`, runAt });
  afterCommit((act) => act("endSuspendedSessions", endSuspendedSessions, { projectId }));
}

const shown = ({ now, publicUrl }: Pick<Context, "now" | "publicUrl">, row: queries.Row): StaffSuspension => ({
  ...row,
  state: stateAt(row, now),
  statusUrl: statusUrlOf(publicUrl, row.id),
});

/** A suspension as anybody may see it who knows its address. */
export async function findPublicly(context: Pick<Context, "db" | "now" | "publicUrl">, id: string) {
  const row = await queries.find(context.db, id);
  return row && shown(context, row);
}

/** Those of a project that are in force, and those that ended since; the newest first. */
export const listSince = async (context: Pick<Context, "db" | "now" | "publicUrl">, projectId: string, since: string) =>
  (await queries.listSince(context.db, projectId, since)).map((row) => shown(context, row));

export const liftMany = eachOf(liftSuspension, lift);
