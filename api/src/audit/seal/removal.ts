import { z } from "zod";
import { canonical } from "../../platform/canonical.ts";
import type { PublicKey, Signer } from "../../platform/signed-note.ts";

/** Signed words on entries that were kept long enough and are gone. */
export const Removal = z.object({
  number: z.number(),
  at: z.string(),
  /** Entries of lower ids are gone. */
  below: z.string(),
  /** Of all batches up to this one nothing is left. */
  through: z.number(),
  /** Later batches that lost entries, and how many. */
  partial: z.array(z.object({ number: z.number(), removed: z.number() })),
  entries: z.number(),
  signature: z.string(),
});
export type Removal = z.output<typeof Removal>;

const textOf = ({ number, at, below, through, partial, entries }: Omit<Removal, "signature">) =>
  canonical({ version: 1, removal: { number, at, below, through, partial, entries } });

export const makeRemoval = (open: Omit<Removal, "signature">, signer: Signer): Removal => ({
  ...open,
  signature: signer.sign(textOf(open)).toString("base64"),
});

export const isRemovalSigned = (removal: Removal, key: PublicKey): boolean =>
  key.verify(textOf(removal), Buffer.from(removal.signature, "base64"));
