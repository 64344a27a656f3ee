import { openParts, type Parts } from "../src/entry/parts.ts";
import { readConfig } from "../src/platform/config.ts";
import { makeLog } from "../src/platform/log.ts";
import { type Clone, cloneControl } from "./clone.ts";

/** The whole platform for one test file: a database of its own and all parts built on it. */
export interface World extends Parts {
  readonly clone: Clone;
  /** Moves this world's clock; time goes on from there. */
  travel(ms: number): void;
  close(): Promise<void>;
}

/** Call in `beforeAll`, and `close` in `afterAll`. `environment` adds to or replaces variables of the configuration. */
export async function openWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const clone = await cloneControl();
  const read = readConfig({ DATABASE_URL: clone.url, MASTER_KEY: clone.masterKey, ...environment });
  if ("problems" in read) throw new Error(read.problems.join("; "));
  let shiftMs = 0;
  const parts = await openParts({
    config: read.config,
    server: clone.server,
    vault: clone.vault,
    abilities: clone.installation,
    log: makeLog(read.config.LOG_LEVEL),
    publicUrl: read.config.PUBLIC_URL ?? "http://localhost:3000",
    clock: () => new Date(Date.now() + shiftMs),
  });
  return {
    ...parts,
    clone,
    travel: (ms) => {
      shiftMs += ms;
    },
    async close() {
      await parts.close();
      await clone.drop();
    },
  };
}
