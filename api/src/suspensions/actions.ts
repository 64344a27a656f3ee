import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { get as getProject, type Project } from "../projects/index.ts";
import { endSessions } from "../tenants/index.ts";
import { type liftSuspension, type listSuspensions, refuse, type StaffSuspension, type suspendProject } from "./contract.ts";
import { mailOfLift, mailOfSuspension } from "./mails.ts";
import * as queries from "./queries.ts";
import { stateAt, statusUrlOf } from "./rules.ts";

/** By now every process has heard of a suspension, even one that lost the message: what it still let in is ended too. */
const allHaveHeardMs = 6_000;

/** Suspends a project: its keys are refused everywhere within moments, and its open sessions end. */
export async function suspend(context: Context, { projectId, reason, statement, endsAt }: InputOf<typeof suspendProject>) {
  const { db, now, actor } = context;
  if (endsAt !== undefined && endsAt <= now) throw refuse("ends_in_the_past");
  const project = await getProject(context, { projectId });
  if (project.status === "purged") throw refuse("project_not_found");
  await close(context, projectId);
  const id = newId("suspension");
  const row = await queries.open(db, { id, projectId, reason, statement, startsAt: now, endsAt: endsAt ?? null, imposedBy: actor.id });
  if (!row) throw refuse("already_suspended");
  context.audit({ target: id, projectId, reason: `${reason}: ${statement}`, after: row });
  context.announce(projectId);
  await endSessionsSoon(context, projectId);
  const suspension = shown(context, row);
  await tellOwner(context, project, "project_suspended", mailOfSuspension(project, suspension));
  return suspension;
}

/** Takes a suspension over from another platform, one that is over as well; its owner was told there. */
export async function adopt(context: Context, suspension: Omit<queries.Row, "id">) {
  const { developerId } = await getProject(context, suspension);
  const row = await queries.adopt(context.db, { ...suspension, id: newId("suspension") });
  if (!row) return undefined;
  context.audit({ action: "adoptSuspension", target: row.id, projectId: row.projectId, developerId, after: row });
  context.announce(row.projectId);
  if (row.liftedAt === null) await endSessionsSoon(context, row.projectId);
  return row;
}

/** Lifts a suspension before its end, or one that has none. */
export async function lift(context: Context, { suspensionId, reason }: InputOf<typeof liftSuspension>) {
  const { db, now, actor } = context;
  const before = await queries.lock(db, suspensionId);
  if (!before) throw refuse("suspension_not_found");
  if (stateAt(before, now) !== "in_force") throw refuse("suspension_over");
  const after = await queries.lift(db, suspensionId, actor.id, reason, now);
  context.audit({ target: suspensionId, projectId: after.projectId, reason, before, after });
  context.announce(after.projectId);
  const project = await getProject(context, after);
  await tellOwner(context, project, "suspension_lifted", mailOfLift(project));
  return shown(context, after);
}

/** The same list for owner and staff; the contract leaves out who imposed and lifted for the owner. */
export async function list(context: Context, { projectId, cursor, limit }: InputOf<typeof listSuspensions>) {
  await getProject(context, { projectId });
  const { items, nextCursor } = toPage(await queries.list(context.db, projectId, cursor, limit), limit);
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

const tellOwner = (context: Context, { developerId }: Project, template: string, mail: { subject: string; body: string }) =>
  notify(context, { to: { developerId }, template, ...mail });

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
