import { existsSync } from "node:fs";
import { join } from "node:path";
import { openParts, type Parts } from "@nextmavens/api/entry/parts";
import type { Config } from "@nextmavens/api/platform/config";
import { readAddress } from "@nextmavens/api/platform/db/address";
import { longWork } from "@nextmavens/api/platform/db/cell";
import { findInstallation, type Installation } from "@nextmavens/api/platform/db/installation";
import { loginOf, type Server } from "@nextmavens/api/platform/db/server";
import { connect, type Store } from "@nextmavens/api/platform/db/store";
import { findRunning } from "@nextmavens/api/platform/embedded/postgres";
import { openServer } from "@nextmavens/api/platform/embedded/server";
import { makeLog } from "@nextmavens/api/platform/log";
import { masterKeys } from "@nextmavens/api/platform/master-key";
import { makeVault, type Vault } from "@nextmavens/api/platform/vault";
import pg from "pg";
import { pending } from "../tasks/migrate.ts";

/** This platform, as far as an import needs it. */
export interface Here {
  readonly server: Server;
  readonly vault: Vault;
  readonly store: Store;
  /** What writes; opening it lets actions be performed. */
  openParts(): Promise<Parts>;
  close(): Promise<void>;
}

/** Finds this platform's database, running or not; it must have been started once. */
export async function openHere(config: Config, say: (line: string) => void = console.log): Promise<Here> {
  const running = config.DATABASE_URL ?? (await findRunning(config.DATA_DIR));
  if (running === undefined && !existsSync(join(config.DATA_DIR, "master.key")))
    throw new Error(`there is no platform in ${config.DATA_DIR} yet: start it once, or set DATA_DIR or DATABASE_URL to the one you mean`);
  const vault = makeVault(masterKeys(config.MASTER_KEY, config.DATA_DIR, true));
  const database =
    running === undefined
      ? await openServer(undefined, config.DATA_DIR, say)
      : { server: readAddress(running), stop: async () => undefined };
  try {
    const installation = await readyInstallation(database.server, vault);
    const store = connect({ ...loginOf(database.server, vault, "api"), max: 4 }, () => undefined);
    return {
      server: database.server,
      vault,
      store,
      openParts: () => open(config, database.server, vault, installation),
      close: () => store.close().then(database.stop),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function readyInstallation(server: Server, vault: Vault): Promise<Installation> {
  const installation = await findInstallation(server, vault);
  if (!installation) throw new Error("this platform's database is not set up, or has another master key: start the platform once");
  const missing = await pending(server, vault);
  if (missing.length > 0)
    throw new Error(`this platform's database lacks ${missing.join(", ")}: start the platform once, or npm run migrate`);
  return installation;
}

const open = (config: Config, server: Server, vault: Vault, abilities: Installation) =>
  openParts({
    config,
    server,
    vault,
    abilities,
    log: makeLog(config.LOG_LEVEL),
    publicUrl: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  });

/** What one import holds while it writes; all of it ends with its process. */
export interface Turn {
  /** Meanwhile the watchdog leaves what this login does alone, however long it takes. */
  atLength<T>(login: string, work: () => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

/** One import at a time: a lock of the database's, which ends with its holder. */
export async function takeTurn({ server, vault }: Pick<Here, "server" | "vault">): Promise<Turn> {
  const client = new pg.Client(loginOf(server, vault, "api"));
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock(hashtext('nextmavens import')) as taken");
  if (!rows[0]?.taken) {
    await client.end();
    throw new Error("another import is running");
  }
  return {
    async atLength(login, work) {
      await client.query("select pg_advisory_lock($1, hashtext($2))", [longWork, login]);
      try {
        return await work();
      } finally {
        await client.query("select pg_advisory_unlock($1, hashtext($2))", [longWork, login]);
      }
    },
    release: () => client.end(),
  };
}
