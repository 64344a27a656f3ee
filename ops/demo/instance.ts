import { existsSync } from "node:fs";
import { join } from "node:path";
import { openDatabase, prepareDatabase } from "@nextmavens/api/entry/database";
import { openParts, type Parts } from "@nextmavens/api/entry/parts";
import type { Config } from "@nextmavens/api/platform/config";
import { findRunning } from "@nextmavens/api/platform/embedded/postgres";
import { makeLog } from "@nextmavens/api/platform/log";
import { masterKeys } from "@nextmavens/api/platform/master-key";
import { makeVault } from "@nextmavens/api/platform/vault";
import { createClient } from "@nextmavens/sdk";

/** A platform's parts, opened beside the process that serves it. */
export interface Instance {
  readonly parts: Parts;
  close(): Promise<void>;
}

/** Where the platform of this configuration answers; nothing where none runs, so that one may be started. */
export async function findInstance(config: Config, asked: string | undefined): Promise<string | undefined> {
  const url = asked ?? `http://localhost:${config.PORT}`;
  const answers = (await keysAt(url)) !== undefined;
  if (config.DATABASE_URL === undefined && !(await findRunning(config.DATA_DIR))) {
    if (asked === undefined) return undefined;
    throw new Error(`no process runs the database in ${config.DATA_DIR}: set DATA_DIR or DATABASE_URL to those of the platform at ${url}`);
  }
  if (answers) return url;
  if (config.DATABASE_URL !== undefined && asked === undefined) return undefined;
  throw new Error(`no platform answers at ${url}: say where it does, by --url or PORT`);
}

/** Opens the parts of the platform that answers there, once it has shown to be of this very database. */
export async function joinInstance(config: Config, url: string): Promise<Instance> {
  const instance = await open({ ...config, ROLE: "api" }, url);
  const ours = instance.parts.engine.tokens.publicKeys().map(({ kid }) => kid);
  const theirs = await keysAt(url);
  if (theirs?.some((kid) => ours.includes(kid))) return instance;
  await instance.close();
  throw new Error(`the platform at ${url} has another database: set DATA_DIR or DATABASE_URL to its own, or --url to where ours answers`);
}

/** The platform's database, whether or not a process serves it; nothing where none was ever made. */
export async function openForRemoval(config: Config, asked: string | undefined): Promise<Instance | undefined> {
  const url = asked ?? config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  if (config.DATABASE_URL !== undefined || (await findRunning(config.DATA_DIR))) return open({ ...config, ROLE: "api" }, url);
  if (!existsSync(join(config.DATA_DIR, "master.key"))) return undefined;
  return open({ ...config, ROLE: "all" }, url);
}

async function open(config: Config, url: string): Promise<Instance> {
  const vault = makeVault(masterKeys(config.MASTER_KEY, config.DATA_DIR, config.ROLE === "api"));
  const database = await openDatabase(config, console.log);
  try {
    const abilities = await prepareDatabase(config, database.server, vault);
    const publicUrl = config.PUBLIC_URL ?? url;
    const parts = await openParts({ config, server: database.server, vault, abilities, log: makeLog(config.LOG_LEVEL), publicUrl });
    return {
      parts,
      async close() {
        await parts.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

const patienceMs = 5_000;

/** The ids of the keys that a platform signs with, by which platforms are told apart; nothing where none answers. */
async function keysAt(url: string): Promise<readonly string[] | undefined> {
  const answer = await createClient({ url })
    .listJwks({}, { signal: AbortSignal.timeout(patienceMs) })
    .catch(() => undefined);
  return answer?.keys?.map(({ kid }) => String(kid));
}
