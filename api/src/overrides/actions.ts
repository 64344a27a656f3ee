import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { get as getProject } from "../projects/index.ts";
import { changed } from "../quotas/index.ts";
import { type addOverride, type endOverride, type listOverrides, type Override, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { stateAt } from "./rules.ts";

/** Sets a limit for a time. Every process knows when it begins and ends, so nothing needs to run then. */
export async function add(context: Context, { projectId, metric, limit, reason, startsAt, endsAt }: InputOf<typeof addOverride>) {
  const { db, now, actor } = context;
  const begins = startsAt ?? now;
  if (endsAt <= now) throw refuse("ends_in_the_past");
  if (endsAt <= begins) throw refuse("ends_before_it_starts");
  const project = await getProject(context, { projectId });
  if (project.status === "purged") throw refuse("project_not_found");
  const id = newId("override");
  const row = await queries.insert(db, {
    id,
    projectId,
    metric,
    limit,
    reason,
    startsAt: begins,
    endsAt,
    createdBy: actor.id,
    createdAt: now,
  });
  context.audit({ target: id, projectId, reason, after: row });
  await changed(context, projectId, metric);
  return shown(row, now);
}

/** Takes an override over from another platform, one that is over as well. */
export async function adopt(context: Context, override: Omit<queries.Row, "id">) {
  const { developerId } = await getProject(context, override);
  const row = await queries.insert(context.db, { ...override, id: newId("override") });
  context.audit({ action: "adoptOverride", target: row.id, projectId: row.projectId, developerId, after: row });
  await changed(context, row.projectId, row.metric);
  return row;
}

export async function list(context: Context, { projectId, cursor, limit }: InputOf<typeof listOverrides>) {
  await getProject(context, { projectId });
  const { items, nextCursor } = toPage(await queries.list(context.db, projectId, cursor, limit), limit);
  return { items: items.map((row) => shown(row, context.now)), nextCursor };
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
  return shown(after, now);
}

/** Notes in the audit log what has ended by its time; it had ended for everybody already. */
export async function noteEnded(context: Context) {
  const reason = "its time was over";
  for (const { id, projectId, metric, limit, endsAt } of await queries.endDue(context.db, context.actor.id, reason, context.now)) {
    context.audit({ action: "endOverride", target: id, projectId, reason, before: { metric, limit, endsAt } });
    context.announce(projectId);
  }
}

const shown = (row: queries.Row, now: string): Override => ({ ...row, state: stateAt(row, now) });
