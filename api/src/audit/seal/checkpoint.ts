import type { PublicKey, Signer } from "../../platform/signed-note.ts";
import type { Batch } from "./batch.ts";

/** How far the log went, in words that outlive the database. */
export interface Checkpoint {
  readonly number: number;
  readonly hash: string;
  readonly total: number;
  readonly at: string;
}

/** A signed note: whose log it is, how many batches, the hash of the last, how many entries, and when that was so. */
export const makeCheckpoint = ({ number, hash, total }: Batch, at: string, signer: Signer): string =>
  signer.note(`${signer.publicKey.name}\n${number}\n${hash}\nentries ${total}\nat ${at}\n`);

/** What a checkpoint says; undefined where it is none, or another's. */
export function readCheckpoint(note: string, key: PublicKey): Checkpoint | undefined {
  const [, origin, number, hash = "", total, at = ""] = /^(\S+)\n(\d+)\n(\S+)\nentries (\d+)\nat (\S+)\n$/.exec(key.open(note) ?? "") ?? [];
  return origin === key.name ? { number: Number(number), hash, total: Number(total), at } : undefined;
}
