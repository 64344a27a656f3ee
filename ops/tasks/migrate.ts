import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loginOf, type PlatformRole, type Server } from "@nextmavens/api/platform/db/server";
import type { Vault } from "@nextmavens/api/platform/vault";
import pg from "pg";
import { commandLine } from "../command-line.ts";
import { makeLongIndexes } from "./long-indexes.ts";

export interface Migrated {
  /** The names of the migrations that this run added. */
  readonly added: readonly string[];
}

/** The names of the migrations that this version needs the control database to have. */
export const needed = (): readonly string[] => migrationsIn("control");

/** The migrations that the control database still lacks; all of them where there is no such database yet. */
export async function pending(server: Server, vault: Vault): Promise<readonly string[]> {
  const known = needed();
  try {
    const { rows } = await as("owner", server, vault, (client) => client.query<{ name: string }>("select name from public.migrations"));
    const done = new Set(rows.map(({ name }) => name));
    return known.filter((name) => !done.has(name));
  } catch (error) {
    if (notThereYet.has((error as { code?: string }).code ?? "")) return known;
    throw error;
  }
}

/** No such role or another password, no such database, no right to enter it, no such table. */
const notThereYet: ReadonlySet<string> = new Set(["28P01", "28000", "3D000", "42501", "42P01"]);

/** Brings the control database up to date, and enters the region and cell that this process serves. Forward only; may be repeated. */
export async function migrate(server: Server, vault: Vault, region: string): Promise<Migrated> {
  const control = await as("owner", server, vault, async (client) => {
    const added = await run(client, "control", "public");
    await enterRegion(client, region);
    // On a server that the database was restored to, before anything is written there.
    await client.query("select continue_audit_log()");
    return added;
  });
  // By a connection of its own: it waits for others' statements, and others may wait for the lock that the first one held.
  await as("owner", server, vault, makeLongIndexes);
  await migrateQueue(server, vault);
  const jobs = await as("jobs", server, vault, (client) => run(client, "jobs", "jobs"));
  return { added: [...control, ...jobs] };
}

async function as<T>(role: PlatformRole, server: Server, vault: Vault, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...loginOf(server, vault, role), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const folderOf = (folder: "control" | "jobs") => fileURLToPath(new URL(`../../migrations/${folder}/`, import.meta.url));
const migrationsIn = (folder: "control" | "jobs") =>
  readdirSync(folderOf(folder))
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -4))
    .sort();

/** Processes that start together take turns; the second finds nothing left to do. */
async function run(client: pg.Client, folder: "control" | "jobs", schema: string): Promise<string[]> {
  await client.query("select pg_advisory_lock(hashtext($1))", [`nextmavens migrate ${folder}`]);
  const { runner } = await import("node-pg-migrate");
  const added = await runner({
    noLock: true,
    dbClient: client,
    dir: folderOf(folder),
    direction: "up",
    migrationsTable: "migrations",
    schema,
    createSchema: schema !== "public",
    checkOrder: true,
    logger: { info: () => undefined, warn: console.error, error: console.error },
  });
  return added.map(({ name }) => name);
}

/** The queue's library brings its own migrations, and a lock of its own. */
async function migrateQueue(server: Server, vault: Vault): Promise<void> {
  const { Logger, makeWorkerUtils } = await import("graphile-worker");
  const pool = new pg.Pool({ ...loginOf(server, vault, "jobs"), max: 2 });
  pool.on("error", () => undefined).on("connect", (client) => void client.on("error", () => undefined));
  try {
    const queue = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => undefined) });
    try {
      await queue.migrate();
    } finally {
      await queue.release();
    }
  } finally {
    await pool.end();
  }
}

async function enterRegion(client: pg.Client, region: string): Promise<void> {
  await client.query("insert into regions (id, name) values ($1, $1) on conflict do nothing", [region]);
  await client.query("insert into cells (id, region_id) values ($1, $1) on conflict do nothing", [region]);
}

if (import.meta.main) {
  await commandLine(async ({ server, vault, config }) => {
    const { added } = await migrate(server, vault, config.REGION);
    console.log(added.length === 0 ? "up to date" : `added ${added.join(", ")}`);
  });
}
