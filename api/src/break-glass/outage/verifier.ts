import { join } from "node:path";
import { z } from "zod";
import type { Db } from "../../platform/db/store.ts";
import { keep, readKept } from "../../platform/kept-file.ts";
import type { Signer } from "../../platform/signed-note.ts";
import * as queries from "./queries.ts";

const Verifier = z.object({
  writtenAt: z.string(),
  /** Who is told when somebody comes in. */
  staff: z.array(z.string()),
  codes: z.array(queries.HeldOffline),
  lastKnown: queries.LastKnown,
});
export type Verifier = z.output<typeof Verifier>;

const pathIn = (dataDir: string) => join(dataDir, "break-glass", "verifier");

/** Writes down what lets a holder in, and whom to tell, for when the database is away. */
export async function refreshVerifier(db: Db, dataDir: string, signer: Signer, now: string): Promise<void> {
  const verifier: Verifier = {
    writtenAt: now,
    staff: (await queries.listAddresses(db)).map(({ email }) => email),
    codes: await queries.listUnspent(db),
    lastKnown: await queries.findLastKnown(db, now),
  };
  keep(pathIn(dataDir), signer.note(`${JSON.stringify(verifier)}\n`));
}

/** What was written there last; nothing where that was altered, or never written. */
export function readVerifier(dataDir: string, { publicKey }: Signer): Verifier | undefined {
  const text = publicKey.open(readKept(pathIn(dataDir)) ?? "");
  return text === undefined ? undefined : Verifier.parse(JSON.parse(text));
}
