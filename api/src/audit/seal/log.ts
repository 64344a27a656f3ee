import { z } from "zod";
import type { Db } from "../../platform/db/store.ts";
import { Batch } from "./batch.ts";
import { SealedEntry } from "./entry.ts";
import * as queries from "./queries.ts";
import { Removal } from "./removal.ts";

/** One line of an exported log: what it is of and what was removed, then each batch before its entries, and the checkpoints and what is open at the end. */
export const LogLine = z.union([
  z.strictObject({ log: z.object({ version: z.literal(1), name: z.string(), batches: z.number(), entries: z.number(), at: z.string() }) }),
  z.strictObject({ removal: Removal }),
  z.strictObject({ batch: Batch }),
  z.strictObject({ entry: SealedEntry }),
  z.strictObject({ checkpoint: z.string() }),
  z.strictObject({ open: z.object({ entries: z.number(), oldest: z.string().nullable(), erasures: z.array(z.string()).default([]) }) }),
]);
export type LogLine = z.output<typeof LogLine>;

/** How a read meets the store: each look is a transaction of its own, so that none is held for long. */
export type Look = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

const batchesAtOnce = 50;
const entriesAtOnce = 5_000;
const checkpointsAtOnce = 1_000;

/** The whole log as it is now, in order. What is sealed meanwhile is left out. */
export async function* readLog(look: Look, name: string, now: string): AsyncGenerator<LogLine> {
  const last = await look(queries.findLast);
  yield { log: { version: 1, name, batches: last?.number ?? 0, entries: last?.total ?? 0, at: now } };
  for (const removal of await look(queries.listRemovals)) yield { removal };
  let place: queries.Place | undefined;
  for (let after = 0; ; ) {
    const batches = last ? await look((db) => queries.listBatches(db, after, last.number, batchesAtOnce)) : [];
    const end = batches.at(-1);
    if (!end) break;
    const entries = readEntries(look, place, placeOf(end));
    let entry = await entries.next();
    for (const batch of batches) {
      yield { batch };
      for (; !entry.done && isWithin(entry.value, batch); entry = await entries.next()) yield { entry: entry.value };
    }
    // What stands behind a batch that was made to end sooner.
    for (; !entry.done; entry = await entries.next()) yield { entry: entry.value };
    place = placeOf(end);
    after = end.number;
  }
  yield* readCheckpoints(look);
  yield { open: await look((db) => queries.countOpen(db, place)) };
}

const placeOf = ({ lastXact, lastId }: Batch): queries.Place => ({ xact: lastXact, id: lastId });

const isWithin = ({ xact, id }: SealedEntry, { lastXact, lastId }: Batch) => xact < lastXact || (xact === lastXact && id <= lastId);

async function* readEntries(look: Look, from: queries.Place | undefined, to: queries.Place): AsyncGenerator<SealedEntry, undefined> {
  for (let place = from; ; ) {
    const after = place;
    const entries = await look((db) => queries.listBetween(db, after, to, entriesAtOnce));
    yield* entries;
    place = entries.at(-1);
    if (entries.length < entriesAtOnce) return undefined;
  }
}

async function* readCheckpoints(look: Look): AsyncGenerator<LogLine> {
  for (let before: number | undefined; ; ) {
    const beyond = before;
    const checkpoints = await look((db) => queries.listCheckpoints(db, beyond, checkpointsAtOnce));
    for (const { note } of checkpoints) yield { checkpoint: note };
    before = checkpoints.at(-1)?.number;
    if (checkpoints.length < checkpointsAtOnce) return;
  }
}
