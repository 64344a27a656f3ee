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

/** Writes down what lets a holder in, and whom to tell, for when the database is away; gives why not each of them would come in then. */
export async function refreshVerifier(db: Db, dataDir: string, signer: Signer, now: string): Promise<string | undefined> {
  const serving = await queries.listUnspent(db);
  const codes = serving.flatMap(({ totpUnderCode, ...code }) => (totpUnderCode === null ? [] : [{ ...code, totpUnderCode }]));
  const verifier: Verifier = {
    writtenAt: now,
    staff: (await queries.listAddresses(db)).map(({ email }) => email),
    codes,
    lastKnown: await queries.findLastKnown(db, now),
  };
  try {
    keep(pathIn(dataDir), signer.note(`${JSON.stringify(verifier)}\n`));
  } catch (error) {
    return `its verifier file can't be written: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (serving.length === 0) return undefined;
  if (!readVerifier(dataDir, signer)) return "its verifier file can't be read";
  const old = serving.length - codes.length;
  return old === 0 ? undefined : `${old} of ${serving.length} sealed codes were made by an older version: seal others in their place`;
}

/** What was written there last; nothing where that was altered, can't be read, or was never written. */
export function readVerifier(dataDir: string, { publicKey }: Signer): Verifier | undefined {
  try {
    const text = publicKey.open(readKept(pathIn(dataDir)) ?? "");
    return text === undefined ? undefined : Verifier.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
