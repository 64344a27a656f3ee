import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { type listWorkQueue, refuse, type releaseWork, type takeWork, type WorkItem } from "./contract.ts";
import * as queries from "./queries.ts";

export const list = async ({ db, now }: Context, { projectId, limit }: InputOf<typeof listWorkQueue>) => ({
  items: await queries.listWaiting(db, now, { projectId, limit }),
});

/** Of two who take the same at once, one is told of the other; whoever takes again what they have, has it. */
export async function take(context: Context, { itemId, from }: InputOf<typeof takeWork>): Promise<WorkItem> {
  const before = await getWaiting(context, itemId);
  const { db, actor, now, audit } = context;
  if (!(await queries.take(db, { itemId, staffId: actor.id, from, now }))) {
    const item = await getWaiting(context, itemId);
    if (item.takenBy !== actor.id) throw refuse("taken_meanwhile", { details: { takenBy: item.takenBy } });
    return asItIs(context, item);
  }
  audit({ target: itemId, projectId: before.projectId ?? undefined, before: { takenBy: before.takenBy }, after: { takenBy: actor.id } });
  return { ...before, takenBy: actor.id, takenAt: now };
}

/** What nobody has is put back already. */
export async function release(context: Context, { itemId }: InputOf<typeof releaseWork>): Promise<WorkItem> {
  const before = await getWaiting(context, itemId);
  if (!(await queries.release(context.db, itemId, context.actor.id))) {
    const item = await getWaiting(context, itemId);
    if (item.takenBy !== null) throw refuse("not_taken_by_you");
    return asItIs(context, item);
  }
  context.audit({
    target: itemId,
    projectId: before.projectId ?? undefined,
    before: { takenBy: before.takenBy },
    after: { takenBy: null },
  });
  return { ...before, takenBy: null, takenAt: null };
}

function asItIs(context: Context, item: WorkItem): WorkItem {
  context.unchanged();
  return item;
}

async function getWaiting({ db, now }: Context, itemId: string): Promise<WorkItem> {
  const [found] = await queries.listWaiting(db, now, { itemId, limit: 1 });
  if (!found) throw refuse("work_not_waiting");
  return found;
}
