import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { actingStaff, idleSince } from "./identify.ts";
import * as queries from "./queries.ts";
import { refuse } from "./refusals.ts";
import type { endOwnSession, endStaffSession, endStaffSessions, listStaffSessions } from "./session-contract.ts";
import * as sessions from "./session-queries.ts";

export const listOwn = (context: Context) => listOf(context, context.actor.id);

export async function listOthers(context: Context, { staffId }: InputOf<typeof listStaffSessions>) {
  if (!(await queries.find(context.db, staffId))) throw refuse("staff_not_found");
  return listOf(context, staffId);
}

async function listOf({ db, now, settings, actor }: Context, staffId: string) {
  return { items: await sessions.list(db, staffId, actingStaff(actor).sessionId, now, idleSince(now, settings.staff.idleMinutes)) };
}

export async function endOwn(context: Context, { sessionId }: InputOf<typeof endOwnSession>) {
  await endOne(context, context.actor.id, sessionId, undefined);
  return undefined;
}

export async function endOthers(context: Context) {
  const { id, sessionId } = actingStaff(context.actor);
  return endAll(context, id, undefined, sessionId);
}

export async function endOf(context: Context, { staffId, sessionId, reason }: InputOf<typeof endStaffSession>) {
  await endOne(context, staffId, sessionId, reason);
  return { ended: 1 };
}

export async function endAllOf(context: Context, { staffId, reason }: InputOf<typeof endStaffSessions>) {
  if (!(await queries.find(context.db, staffId))) throw refuse("staff_not_found");
  return endAll(context, staffId, reason);
}

async function endOne(context: Context, staffId: string, sessionId: string, reason: string | undefined) {
  if (!(await sessions.end(context.db, staffId, sessionId, context.now))) throw refuse("session_not_found");
  context.audit({ target: sessionId, reason, after: { staffId } });
}

async function endAll(context: Context, staffId: string, reason: string | undefined, kept?: string) {
  const ended = await sessions.endAll(context.db, staffId, context.now, kept);
  if (ended.length === 0) context.unchanged();
  else context.audit({ target: staffId, reason, after: { ended: ended.map(({ id }) => id) } });
  return { ended: ended.length };
}
