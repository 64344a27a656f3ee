import { setTimeout as sleep } from "node:timers/promises";
import { bootstrap, version } from "@nextmavens/ops/tasks/bootstrap";
import { migrate, pending } from "@nextmavens/ops/tasks/migrate";
import type { Config } from "../platform/config.ts";
import { readAddress } from "../platform/db/address.ts";
import { findInstallation, type Installation, whoseRoles } from "../platform/db/installation.ts";
import type { Server } from "../platform/db/server.ts";
import { findRunning } from "../platform/embedded/postgres.ts";
import { openServer, type RunningServer } from "../platform/embedded/server.ts";
import type { Vault } from "../platform/vault.ts";

const patienceMs = 60_000;
const pauseMs = 250;

/** Whether this process works on what another has set up, rather than setting it up itself. */
export const joins = ({ ROLE }: Config) => ROLE === "api" || ROLE === "console";

/** The database this process works with: DATABASE_URL's, our own, or the one another process runs in the same DATA_DIR. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<RunningServer> {
  if (config.DATABASE_URL || config.ROLE === "all") return openServer(config.DATABASE_URL, config.DATA_DIR, say);
  const url = await findRunning(config.DATA_DIR);
  if (!url) throw new Error(`no process runs the database in ${config.DATA_DIR}: start one with ROLE=all first, or set DATABASE_URL`);
  return { server: readAddress(url), url, embedded: undefined, stop: async () => undefined };
}

/** Roles, functions and tables as this version of the platform needs them: made here, or waited for. */
export async function prepareDatabase(config: Config, server: Server, vault: Vault): Promise<Installation> {
  if (joins(config)) return waitForDatabase(server, vault);
  const found = await findInstallation(server, vault);
  const installation = found?.version === version ? await improve(found, server, vault) : await bootstrap(server, vault);
  await migrate(server, vault, config.REGION);
  return installation;
}

/** What was not allowed may be by now: somebody ran the SQL we named, or gave us another login. */
const improve = async (found: Installation, server: Server, vault: Vault): Promise<Installation> =>
  found.fallbacks.length === 0 ? found : bootstrap(server, vault).catch(() => found);

async function waitForDatabase(server: Server, vault: Vault): Promise<Installation> {
  if ((await whoseRoles(server, vault)) === "another") {
    throw new Error("the master key is not the one this database was set up with: set MASTER_KEY, or DATA_DIR to that installation's");
  }
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pauseMs)) {
    const installation = await findInstallation(server, vault);
    if (installation && (await pending(server, vault)).length === 0) return installation;
  }
  throw new Error(
    "the database is not set up for this version: start a process with ROLE=all or ROLE=worker, or run the bootstrap and migrate tasks",
  );
}
