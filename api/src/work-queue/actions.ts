import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { type listWorkQueue, refuse, type releaseWork, type takeWork, type WorkItem } from "./contract.ts";
import * as queries from "./queries.ts";

export const list = async ({ db, now }: Context, { projectId, limit }: InputOf<typeof listWorkQueue>) => ({
  items: await queries.listWaiting(db, now, { projectId, limit }),
});

/** Of two who take the same at once, one is told of the other. */
export async function take(context: Context, { itemId, from }: InputOf<typeof takeWork>): Promise<WorkItem> {
  const before = await getWaiting(context, itemId);
  const { db, actor, now, audit } = context;
  const isTaken = await queries.take(db, { itemId, staffId: actor.id, from, now });
  if (!isTaken) throw refuse("taken_meanwhile", { details: { takenBy: await queries.findTaker(db, itemId) } });
  const after = { ...before, takenBy: actor.id, takenAt: now };
  audit({ target: itemId, projectId: before.projectId ?? undefined, before: { takenBy: before.takenBy }, after: { takenBy: actor.id } });
  return after;
}

export async function release(context: Context, { itemId }: InputOf<typeof releaseWork>): Promise<WorkItem> {
  const before = await getWaiting(context, itemId);
  if (!(await queries.release(context.db, itemId, context.actor.id))) throw refuse("not_taken_by_you");
  context.audit({
    target: itemId,
    projectId: before.projectId ?? undefined,
    before: { takenBy: before.takenBy },
    after: { takenBy: null },
  });
  return { ...before, takenBy: null, takenAt: null };
}

async function getWaiting({ db, now }: Context, itemId: string): Promise<WorkItem> {
  const [found] = await queries.listWaiting(db, now, { itemId, limit: 1 });
  if (!found) throw refuse("work_not_waiting");
  return found;
}
