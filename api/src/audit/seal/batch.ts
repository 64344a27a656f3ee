import { hash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../../platform/canonical.ts";
import { rootOf } from "../../platform/merkle.ts";
import { makeSigner, type PublicKey, type Signer } from "../../platform/signed-note.ts";
import type { Vault } from "../../platform/vault.ts";
import { leafOf, type SealedEntry } from "./entry.ts";

/** A batch without its entries; hashes are base64. */
export const Batch = z.object({
  number: z.number(),
  at: z.string(),
  firstId: z.string(),
  lastId: z.string(),
  lastXact: z.number(),
  entries: z.number(),
  total: z.number(),
  root: z.string(),
  previous: z.string(),
  hash: z.string(),
  signature: z.string(),
  leaves: z.string(),
});
export type Batch = z.output<typeof Batch>;

const hashBytes = 32;

/** What the first batch names as the one before. */
export const noBatch = Buffer.alloc(hashBytes).toString("base64");

/** What is hashed and signed of a batch. */
const headerOf = ({
  number,
  at,
  firstId,
  lastId,
  lastXact,
  entries,
  total,
  root,
  previous,
}: Omit<Batch, "hash" | "signature" | "leaves">) =>
  canonical({ version: 1, number, at, firstId, lastId, lastXact, entries, total, root, previous });

const hashOf = (header: string) => hash("sha256", header, "base64");

/** Closes these entries, at least one, in their order. */
export function makeBatch(entries: readonly SealedEntry[], before: Batch | undefined, at: string, signer: Signer): Batch {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) throw new Error("a batch has entries");
  const leaves = entries.map(leafOf);
  const open = {
    number: (before?.number ?? 0) + 1,
    at,
    firstId: first.id,
    lastId: last.id,
    lastXact: last.xact,
    entries: entries.length,
    total: (before?.total ?? 0) + entries.length,
    root: rootOf(leaves).toString("base64"),
    previous: before?.hash ?? noBatch,
    leaves: Buffer.concat(leaves).toString("base64"),
  };
  const header = headerOf(open);
  return { ...open, hash: hashOf(header), signature: signer.sign(header).toString("base64") };
}

/** The hash that this batch's own words have. */
export const actualHash = (batch: Omit<Batch, "leaves">): string => hashOf(headerOf(batch));

export const isSigned = (batch: Omit<Batch, "leaves">, key: PublicKey): boolean =>
  key.verify(headerOf(batch), Buffer.from(batch.signature, "base64"));

/** The hashes of its entries. */
export function leavesOf({ leaves }: Pick<Batch, "leaves">): Buffer[] {
  const bytes = Buffer.from(leaves, "base64");
  return Array.from({ length: Math.floor(bytes.length / hashBytes) }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes));
}

/** What seals the log of this installation. Its key comes from the master key, which the database does not have. */
export function auditSigner(vault: Pick<Vault, "derive">): Signer {
  const seed = Buffer.from(vault.derive("audit seal"), "base64url");
  const name = `nextmavens-audit-${hash("sha256", seed).slice(0, 8)}`;
  return makeSigner(name, seed);
}
