import { z } from "zod";
import { pathTo, rootBy } from "../../platform/merkle.ts";
import type { PublicKey } from "../../platform/signed-note.ts";
import { actualHash, Batch, isSigned, leavesOf } from "./batch.ts";
import { readCheckpoint } from "./checkpoint.ts";
import { leafOf, SealedEntry } from "./entry.ts";
import type { Look } from "./log.ts";
import * as queries from "./queries.ts";

const Header = Batch.omit({ leaves: true });

/** What shows that an entry is in the log, to whoever has the public key alone. */
export const Proof = z.object({
  version: z.literal(1),
  entry: SealedEntry,
  /** The place of the entry in its batch. */
  index: z.number(),
  path: z.array(z.string()),
  /** The batch, and those after it up to the one that the checkpoint is of. */
  batches: z.array(Header).min(1),
  checkpoint: z.string().optional(),
});
export type Proof = z.output<typeof Proof>;

/** The proof of an entry, or why there is none. */
export async function prove(look: Look, id: string): Promise<Proof | string> {
  const entry = await look((db) => queries.findEntry(db, id));
  if (!entry) return `there is no entry ${id}`;
  const batch = await look((db) => queries.findBatchOf(db, entry));
  if (!batch) return `${id} is in no batch yet: ask again in a few seconds`;
  const leaves = leavesOf(batch);
  const leaf = leafOf(entry);
  const index = leaves.findIndex((each) => each.equals(leaf));
  if (index === -1) return `batch ${batch.number} should hold ${id}, but what it says now was not sealed: run verify`;
  const checkpoint = await look((db) => queries.findCheckpointFrom(db, batch.number));
  const batches = await look((db) => queries.listHeaders(db, batch.number, checkpoint?.number ?? batch.number));
  return {
    version: 1,
    entry,
    index,
    path: pathTo(index, leaves).map((each) => each.toString("base64")),
    batches: batches.map((each) => Header.parse(each)),
    ...(checkpoint && { checkpoint: checkpoint.note }),
  };
}

/** Why a proof does not hold; undefined where it does. `outside` are checkpoints that were kept elsewhere: one of them must be met, where there are any. */
export function flawOf(proof: Proof, key: PublicKey, outside: readonly string[]): string | undefined {
  const { entry, index, path, batches } = proof;
  const [batch] = batches;
  if (!batch) return "it names no batch";
  const root = rootBy(path.map(bytesOf), leafOf(entry), index, batch.entries);
  if (root?.toString("base64") !== batch.root) return `the entry does not lead to the root of batch ${batch.number}`;
  let before: typeof batch | undefined;
  for (const each of batches) {
    if (actualHash(each) !== each.hash || !isSigned(each, key)) return `batch ${each.number} is not signed by ${key.name}`;
    if (before && (each.previous !== before.hash || each.number !== before.number + 1)) return `batch ${each.number} does not follow`;
    before = each;
  }
  return flawOfCheckpoints(proof, key, outside);
}

function flawOfCheckpoints({ batches, checkpoint }: Proof, key: PublicKey, outside: readonly string[]): string | undefined {
  const isMet = (note: string) => {
    const read = readCheckpoint(note, key);
    return read !== undefined && batches.some(({ number, hash }) => number === read.number && hash === read.hash);
  };
  if (checkpoint !== undefined && !isMet(checkpoint)) return "its checkpoint is of another log";
  if (outside.length > 0 && !outside.some(isMet)) return whyNone(batches, key, outside);
  return undefined;
}

/** Where checkpoints and proof do not reach each other nothing is wrong with the log, as far as these can tell. */
function whyNone(batches: Proof["batches"], key: PublicKey, outside: readonly string[]): string {
  const told = outside.flatMap((note) => readCheckpoint(note, key)?.number ?? []);
  const [first, last] = [Number(batches[0]?.number), Number(batches.at(-1)?.number)];
  if (told.length === 0) return `none of the checkpoints given is signed by ${key.name}`;
  if (told.every((number) => number < first))
    return `the checkpoints given end with batch ${Math.max(...told)}, before its batch ${first}: compare it with a later one`;
  if (told.every((number) => number > last)) return `it ends with batch ${last}, before the checkpoints given: have it made anew`;
  return "it meets none of the checkpoints given";
}

const bytesOf = (text: string) => Buffer.from(text, "base64");
