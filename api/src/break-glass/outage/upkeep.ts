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

/**
 * What keeps this host ready for its database to go away: takes in what was done while it was, and writes down what opens the door then.
 * Gives why that would not open to each who holds a code; nothing where it would.
 */
export async function keepUp(engine: Engine, dataDir: string, signer: Signer): Promise<string | undefined> {
  // What can't be merged is told, and keeps nobody from being let in the next time.
  await mergeJournal(engine, dataDir, signer).catch((error) => {
    if (isAway(error)) throw error;
    engine.log.error("a break-glass journal could not be merged", { error });
  });
  return engine.store.transact("platform", (db) => refreshVerifier(db, dataDir, signer, engine.clock().toISOString()));
}

export interface Upkeep {
  /** Why this host is not ready, as it was found last. */
  flaw(): string | undefined;
  stop(): Promise<void>;
}

/** The same again and again; a database that is away is what all of this is for. A flaw is told once. */
export function startUpkeep(engine: Engine, dataDir: string): Upkeep {
  const signer = signerOf(engine.vault);
  let flaw: string | undefined;
  const round = async () => {
    const found = await keepUp(engine, dataDir, signer);
    if (found !== undefined && found !== flaw) engine.log.warn("break-glass is not ready for the database to go away", { why: found });
    flaw = found;
  };
  const tell = (error: unknown) => void (isAway(error) || engine.log.error("break-glass could not be kept ready", { error }));
  const first = round().catch(tell);
  const rounds = inRounds(everyMs, round, tell);
  return {
    flaw: () => flaw,
    async stop() {
      await first;
      await rounds.stop();
    },
  };
}
