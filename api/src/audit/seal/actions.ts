import type { Context } from "../../platform/action.ts";
import { auditSigner, makeBatch } from "./batch.ts";
import * as queries from "./queries.ts";

const entriesMax = 5_000;
/** So that one transaction does not take for ever where much is waiting: the next round goes on. */
const batchesMax = 40;

/** Closes what was written since the last batch; says how many entries that were. */
export async function seal({ db, vault, now }: Context): Promise<number> {
  if (!(await queries.takeTurn(db))) return 0;
  const signer = auditSigner(vault);
  let last = await queries.findLast(db);
  let sealed = 0;
  for (let i = 0; i < batchesMax; i++) {
    const entries = await queries.listOpen(db, last && { xact: last.lastXact, id: last.lastId }, entriesMax);
    if (entries.length === 0) break;
    last = makeBatch(entries, last, now, signer);
    await queries.insertBatch(db, last);
    sealed += entries.length;
  }
  return sealed;
}

/** Makes partitions of the log before their months begin. */
export const extend = ({ db }: Context) => queries.extend(db);
