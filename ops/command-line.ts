import { type Config, readConfig } from "@nextmavens/api/platform/config";
import type { Server } from "@nextmavens/api/platform/db/server";
import { openServer } from "@nextmavens/api/platform/embedded/server";
import { masterKeys } from "@nextmavens/api/platform/master-key";
import { makeVault, type Vault } from "@nextmavens/api/platform/vault";

export interface Given {
  readonly config: Config;
  readonly server: Server;
  readonly vault: Vault;
}

/** Runs a task with the configuration of the environment, bringing the embedded database up for it where there is no other. */
export async function commandLine(task: (given: Given) => Promise<void>): Promise<void> {
  const read = readConfig(process.env);
  if ("problems" in read) {
    for (const problem of read.problems) console.error(problem);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  try {
    const vault = makeVault(masterKeys(config.MASTER_KEY, config.DATA_DIR));
    const running = await openServer(config.DATABASE_URL, config.DATA_DIR, console.log);
    try {
      await task({ config, server: running.server, vault });
    } finally {
      await running.stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
