import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openServer } from "@nextmavens/api/platform/embedded/server";
import { measureBodies } from "./bodies.ts";
import { measureBulk } from "./bulk.ts";
import { type Case, floorWork, ourWork } from "./cases.ts";
import { measureLists } from "./lists.ts";
import type { Work } from "./load.ts";
import { askBare, exponent, makeTenants, workOfEach, workOfMany, workOfOne } from "./many.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { asSuperuser, makeCasesProject, makeDeveloper, makeProject, type Platform, startApi, startPlatform } from "./platform.ts";
import { startServer } from "./process.ts";
import { type Comparison, compared, summaryOf, tableOf } from "./report.ts";
import { type Asking, takeTurns, warmUp } from "./turns.ts";

/**
 * Compares our full request with a bare Express + pg handler beside it: same database, same machine, by turns; or many tenants with one.
 * The database does not wait for the disk, which would be all one sees of writes.
 */

/** Of the floor to PostgreSQL: what ours opens for one login. */
const floorSessions = "6";

interface Place {
  readonly databaseUrl: string;
  readonly databasePid: number;
  readonly dataDir: string;
}

async function compareWithFloor({ databaseUrl, databasePid, dataDir }: Place, options: Options): Promise<readonly Comparison[]> {
  const platform = await startPlatform(databaseUrl, dataDir);
  try {
    const { url, credentials } = await makeCasesProject(platform, databaseUrl);
    const startBeside = (script: string) => startServer(join(import.meta.dirname, script), [url, floorSessions], {});
    const floor = await startBeside("floor.ts");
    const bare = options.isBare ? await startBeside("bare.ts") : undefined;
    try {
      const made: Comparison[] = [];
      for (const one of options.cases) {
        const floors = { server: floor, databasePid, work: floorWork(one) };
        const others = { server: bare ?? platform.server, databasePid, work: bare ? floorWork(one) : ourWork(one, credentials) };
        const answered = { requests: 0 };
        made.push(...(await compareAt(one.what, [floors, others], ["floor", bare ? "bare" : "ours"], options, answered)));
        await checkMade(url, one, answered.requests);
      }
      return made;
    } finally {
      await floor.stop();
      await bare?.stop();
    }
  } finally {
    await platform.server.stop();
  }
}

/** Each request that was answered has made its rows, on either side; and those make room for the next. */
async function checkMade(url: string, { what, makes }: Case, requests: number): Promise<void> {
  if (makes === 0) return;
  const [{ count } = { count: 0 }] = await asSuperuser(url, "select count(*) from made");
  if (Number(count) !== requests * makes) throw new Error(`${what}: ${requests} requests made ${count} rows`);
  await asSuperuser(url, "truncate made");
}

async function takeBulkInAndOut({ databaseUrl, dataDir }: Place): Promise<void> {
  const platform = await startPlatform(databaseUrl, dataDir);
  try {
    const project = await makeProject(platform, await makeDeveloper(platform, "developer"), "bulk", "select");
    await measureBulk(project, await startApi(databaseUrl, dataDir), databaseUrl);
  } finally {
    await platform.server.stop();
  }
}

/** On the platform, with nothing in it yet. */
async function onPlatform({ databaseUrl, dataDir }: Place, measure: (platform: Platform) => Promise<void>): Promise<void> {
  const platform = await startPlatform(databaseUrl, dataDir);
  try {
    await measure(platform);
  } finally {
    await platform.server.stop();
  }
}

/** Playwright is not loaded for anything else. */
const openPages = async (platform: Platform, rounds: number) => (await import("./pages.ts")).measurePages(platform, rounds);

async function compareManyTenants({ databaseUrl, databasePid, dataDir }: Place, options: Options, tenantsCount: number) {
  const platform = await startPlatform(databaseUrl, dataDir, options.sessions);
  const bare = options.isBare ? await startServer(join(import.meta.dirname, "bare-many.ts"), [databaseUrl], {}) : undefined;
  try {
    const tenants = await makeTenants(platform, tenantsCount);
    const askingOurs = (work: Work): Asking => ({ server: platform.server, databasePid, work });
    const askingBare = (work: Work): Asking | undefined => bare && { server: bare, databasePid, work };
    const [ofEach, ofMany] = [workOfEach, workOfMany].map((work) => askingBare(work(tenants, askBare)));
    for (const each of [ofEach, askingOurs(workOfEach(tenants))])
      if (each) await warmUp(each, { connections: 4, seconds: options.warmUpSeconds });
    const sides = [ofMany ?? askingOurs(workOfOne(tenants)), askingOurs(workOfMany(tenants))] as const;
    const what = `read by key of ${tenantsCount} tenants, Zipf ${exponent}, ${options.sessions} sessions`;
    return await compareAt(what, sides, bare ? ["bare", "ours"] : ["one", "many"], options);
  } finally {
    await bare?.stop();
    await platform.server.stop();
  }
}

/** At each number of connections. */
async function compareAt(
  what: string,
  [one, other]: readonly [Asking, Asking],
  names: readonly [string, string],
  { connections: all, rounds, seconds, warmUpSeconds }: Options,
  answered = { requests: 0 },
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const connections of all) {
    const forSeconds = comparisons.length === 0 ? warmUpSeconds : warmUpSeconds / 3;
    for (const asking of [one, other]) answered.requests += await warmUp(asking, { connections, seconds: forSeconds });
    const measured = await takeTurns(one, other, { connections, rounds, seconds });
    for (const { requests } of measured.flat()) answered.requests += requests;
    const comparison = compared({ what, connections, names }, measured);
    comparisons.push(comparison);
    console.log(tableOf(comparison));
  }
  return comparisons;
}

async function compareAndTell(place: Place, options: Options): Promise<void> {
  const { rounds, seconds, warmUpSeconds, tenants, sessions, report } = options;
  const load = loadavg()[0];
  console.log(`${rounds} rounds of ${seconds} s each; every answer is checked; load of the machine ${load?.toFixed(1)}`);
  const comparisons = tenants === undefined ? await compareWithFloor(place, options) : await compareManyTenants(place, options, tenants);
  console.log(summaryOf(comparisons));
  const made = { at: new Date().toISOString(), node: process.version, cores: availableParallelism(), load };
  const how = { rounds, seconds, warmUpSeconds, ...(tenants !== undefined && { tenants, sessions }) };
  const written = resolve(report);
  mkdirSync(dirname(written), { recursive: true });
  writeFileSync(written, `${JSON.stringify({ made, how, comparisons }, undefined, 2)}\n`);
  console.log(`\nthe same as JSON: ${written}`);
}

async function run(options: Options): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "nextmavens-bench-"));
  chmodSync(dataDir, 0o711);
  const database = await openServer(undefined, join(dataDir, "database"), () => undefined, { isThrowAway: true });
  try {
    const place = { databaseUrl: database.url, databasePid: database.embedded?.pid() ?? 0, dataDir: join(dataDir, "platform") };
    // As for every start but the very first: one that has to make it keeps nothing of what it compiles until then.
    mkdirSync(place.dataDir, { mode: 0o700 });
    if (options.isBulk) await takeBulkInAndOut(place);
    else if (options.isBodies) await onPlatform(place, measureBodies);
    else if (options.isConsole) await onPlatform(place, (platform) => openPages(platform, options.rounds));
    else if (options.isLists) await onPlatform(place, (platform) => measureLists(platform, place.databaseUrl));
    else await compareAndTell(place, options);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const given = process.argv.slice(2);
const options = readOptions(given, process.env);
if (given.includes("--help")) console.log(usage);
else if (typeof options === "string") {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else await run(options);
