import type { Context } from "../../platform/action.ts";
import { hasHold } from "../hold-queries.ts";
import { getRetention } from "../retention-actions.ts";
import { auditSigner } from "./batch.ts";
import * as queries from "./queries.ts";
import { makeRemoval, type Removal } from "./removal.ts";

/** Removes the months that were kept long enough, where it is said how long that is, and nobody holds them. */
export async function removeOld(context: Context): Promise<void> {
  const { db, now } = context;
  const { months } = await getRetention(context);
  if (months === null || (await hasHold(db))) return;
  await queries.waitForTurn(db);
  const { below: limit } = await queries.idMonthsAgo(db, now, months);
  for (const month of await queries.listMonths(db)) {
    if (month.below > limit) return;
    const removal = await removalOf(context, month.below);
    // Something in it is not sealed yet: the next run finds it sealed.
    if (removal === "not sealed") return;
    await queries.insertRemoval(db, removal);
    await queries.removeMonth(db);
    const { entries, through } = removal;
    context.audit({
      action: "removeAuditMonth",
      target: month.partition,
      reason: `kept for ${months} months`,
      after: { below: month.below, entries, through },
    });
  }
}

/** What a removal of all entries below this id does to the batches. */
async function removalOf({ db, now, vault }: Context, below: string): Promise<Removal | "not sealed"> {
  const last = await queries.findLast(db);
  const gone = await queries.countBelow(db, below, last && { xact: last.lastXact, id: last.lastId });
  if (gone.open > 0) return "not sealed";
  const first = await queries.findFirstFrom(db, below);
  const stays = first && (await queries.findBatchOf(db, first));
  const through = stays ? stays.number - 1 : (last?.number ?? 0);
  const partial = await queries.countBelowByBatch(db, below, through);
  const number = (await queries.countRemovals(db)).removals + 1;
  return makeRemoval({ number, at: now, below, through, partial, entries: gone.entries }, auditSigner(vault));
}
