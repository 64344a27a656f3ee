import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openServer } from "@nextmavens/api/platform/embedded/server";
import { measureBulk } from "./bulk.ts";
import { load, type Work } from "./load.ts";
import { startApi, startPlatform } from "./platform.ts";
import { cpuOf, cpuOfFamily, residentMb, type ServerProcess, startServer } from "./process.ts";
import { type Comparison, compared, type Measured, tableOf } from "./report.ts";
import { floorWork, ourWork, whats } from "./work.ts";

/**
 * Compares our full request with a bare Express + pg handler beside it: same database, same machine, by turns that are short,
 * so that whatever else the machine does meets both. The database does not wait for the disk, which would be all one sees of writes.
 */
const rounds = Number(process.env["ROUNDS"] ?? 20);
const seconds = Number(process.env["SECONDS_EACH"] ?? 0.5);
/** Only these, when they are named: `npm run bench -- "read by key"`. */
const asked: readonly string[] = process.argv.slice(2);
const warmUpSeconds = Number(process.env["WARM_UP"] ?? 3);
const connections = Number(process.env["CONNECTIONS"] ?? 16);
/** Where the numbers are written, for machines. */
const written = resolve(process.env["REPORT"] ?? ".data/bench.json");
/** Of each server to PostgreSQL: what ours opens for one login. */
const sessions = "6";

async function measure(server: ServerProcess, databasePid: number, work: Work, forSeconds = seconds): Promise<Measured> {
  const before = [cpuOf(server.pid), cpuOfFamily(databasePid)] as const;
  const done = await load(server.port, work, { connections, seconds: forSeconds });
  const serverUs = (cpuOf(server.pid) - before[0]) / done.requests;
  const databaseUs = (cpuOfFamily(databasePid) - before[1]) / done.requests;
  return { ...done, serverUs, databaseUs };
}

async function compare(ours: ServerProcess, key: string, floor: ServerProcess, databasePid: number): Promise<void> {
  console.log(
    `${rounds} rounds of ${seconds} s each, ${connections} connections; every answer is checked; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  const load = loadavg()[0];
  const comparisons: Comparison[] = [];
  for (const what of asked.length > 0 ? whats.filter((each) => asked.includes(each)) : whats) {
    const works = [
      [floor, floorWork(what)],
      [ours, ourWork(what, key)],
    ] as const;
    for (const [server, work] of works) await measure(server, databasePid, work, warmUpSeconds);
    const measured: [Measured, Measured][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floors = await measure(works[0][0], databasePid, works[0][1]);
      measured.push([floors, await measure(works[1][0], databasePid, works[1][1])]);
    }
    const comparison = compared(what, measured);
    comparisons.push(comparison);
    console.log(tableOf(comparison));
  }
  const memoryMb = { ours: Math.round(residentMb(ours.pid)), floor: Math.round(residentMb(floor.pid)) };
  console.log(`\nmemory of the platform's process: ${memoryMb.ours} MB, of the floor's ${memoryMb.floor} MB`);
  const made = { at: new Date().toISOString(), node: process.version, cores: availableParallelism(), load };
  const how = { rounds, seconds, warmUpSeconds, connections };
  mkdirSync(dirname(written), { recursive: true });
  writeFileSync(written, `${JSON.stringify({ made, how, comparisons, memoryMb }, undefined, 2)}\n`);
  console.log(`the same as JSON: ${written}`);
}

async function compareWithFloor({ server, publishable, ...platform }: Platform, { url, embedded }: Database): Promise<void> {
  const floorUrl = new URL(url);
  floorUrl.pathname = `/${platform.database}`;
  const floor = await startServer(join(import.meta.dirname, "floor.ts"), [floorUrl.href, sessions], {});
  try {
    await compare(server, publishable, floor, embedded?.pid ?? 0);
  } finally {
    await floor.stop();
  }
}
type Platform = Awaited<ReturnType<typeof startPlatform>>;
type Database = Awaited<ReturnType<typeof openServer>>;

const dataDir = mkdtempSync(join(tmpdir(), "nextmavens-bench-"));
chmodSync(dataDir, 0o711);
const platformDir = join(dataDir, "platform");
const database = await openServer(undefined, join(dataDir, "database"), () => undefined, { isThrowAway: true });
try {
  const platform = await startPlatform(database.url, platformDir);
  try {
    if (asked.includes("--bulk")) await measureBulk(platform, await startApi(database.url, platformDir), database.url);
    else await compareWithFloor(platform, database);
  } finally {
    await platform.server.stop();
  }
} finally {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
