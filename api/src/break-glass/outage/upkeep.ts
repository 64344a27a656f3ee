import type { Engine } from "../../platform/action.ts";
import { isAway } from "../../platform/db/blame.ts";
import { inRounds } from "../../platform/rounds.ts";
import { makeSigner, type Signer } from "../../platform/signed-note.ts";
import type { Vault } from "../../platform/vault.ts";
import { mergeJournal } from "./merge.ts";
import { refreshVerifier } from "./verifier.ts";

const everyMs = 15_000;

/** Of all hosts of an installation: each can check what another wrote. */
export const signerOf = (vault: Vault): Signer =>
  makeSigner("nextmavens-break-glass", Buffer.from(vault.derive("break-glass:signature"), "base64url"));

/** What keeps this host ready for its database to go away: takes in what was done while it was, and writes down what opens the door then. */
export async function keepUp(engine: Engine, dataDir: string, signer: Signer): Promise<void> {
  // What can't be merged is told, and keeps nobody from being let in the next time.
  await mergeJournal(engine, dataDir, signer).catch((error) => {
    if (isAway(error)) throw error;
    engine.log.error("a break-glass journal could not be merged", { error });
  });
  await engine.store.transact("platform", (db) => refreshVerifier(db, dataDir, signer, engine.clock().toISOString()));
}

/** The same again and again; a database that is away is what all of this is for. */
export function startUpkeep(engine: Engine, dataDir: string): { stop(): Promise<void> } {
  const signer = signerOf(engine.vault);
  const tell = (error: unknown) => void (isAway(error) || engine.log.error("break-glass could not be kept ready", { error }));
  const first = keepUp(engine, dataDir, signer).catch(tell);
  const rounds = inRounds(everyMs, () => keepUp(engine, dataDir, signer), tell);
  return {
    async stop() {
      await first;
      await rounds.stop();
    },
  };
}
