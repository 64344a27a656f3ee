import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { ask } from "../ask.ts";
import { makeProject, makeStaff } from "../make.ts";
import { hasRedis, type OwnRedis, ownRedis, withRedis } from "../redis.ts";
import { openWorld, type World } from "../world.ts";
import { Hammers } from "./hammers.ts";

// Several processes are started for each, on a machine that may have better things to do.
jest.setTimeout(300_000);

let world: World;
let staff: string;
const opened: { close(): unknown }[] = [];
beforeAll(async () => {
  world = await openWorld({ OVERRIDE_APPROVAL_FACTOR: "10000" });
  staff = (await makeStaff(world, "operator")).token;
});
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});
afterAll(() => world.close());

const setQuota = async (projectId: string, metric: string, limit: number) => {
  const body = { limit, reason: "a test", confirm: true };
  const { status } = await ask(world, `PUT /api/admin/projects/${projectId}/quotas/${metric}`, { token: staff, body });
  expect(status).toBe(200);
};

/** A project with a cap, and processes that wait to be let loose on it. */
async function hammered(processes: number, metric: Metric, limit: number, redisUrl: string | undefined) {
  const { id, secret } = await makeProject(world);
  await setQuota(id, "requests_per_second", 1_000_000);
  await setQuota(id, metric, limit);
  const { url, masterKey } = world.clone;
  const hammers = await Hammers.start(processes, { url, masterKey, redisUrl, key: secret.key, writes: metric === "rows_written_per_day" });
  opened.push({ close: () => hammers.stop() });
  return { hammers, counter: () => counterOf(id, metric) };
}
type Metric = "requests_per_day" | "rows_written_per_day";

const counterOf = async (projectId: string, metric: Metric) => {
  const [row] = await world.clone.query<{ leased: string; spent: string }>(
    "select leased, spent from quota_counters where project_id = $1 and metric = $2",
    [projectId, metric],
  );
  return { leased: Number(row?.leased), spent: Number(row?.spent) };
};

/** Asks on beyond the end of the limit, for longer than "nothing left" is believed. */
async function untilUsedUp(hammers: Hammers, limit: number) {
  let [passed, passedAt] = [-1, 0];
  await hammers.until(({ passed: now }) => {
    if (now !== passed) [passed, passedAt] = [now, performance.now()];
    return passed >= limit || performance.now() - passedAt > 5_000;
  });
  await sleep(1_200);
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

describe.each(hasRedis ? ["PostgreSQL", "Redis"] : ["PostgreSQL"])("with leases from %s", (front) => {
  const redisUrl = async () => (front === "Redis" ? (await theRedis()).url : undefined);

  test.each<[Metric, number]>([
    ["requests_per_day", 3_000],
    ["rows_written_per_day", 1_000],
  ])(
    "four processes that hammer a cap on %s let exactly %i through; what failed by our fault or was refused does not count",
    async (metric, limit) => {
      const { hammers, counter } = await hammered(4, metric, limit, await redisUrl());
      hammers.pace(1);
      await untilUsedUp(hammers, limit);
      await hammers.stop();
      const { passed, failed, refused, odd } = hammers.counts;
      print(
        `${front}, ${metric}: of ${limit} four processes let ${passed} through, ${passed - limit} beyond the limit (bound 0); ${failed} failed by our fault, ${refused} were refused`,
      );
      expect({ passed, odd }).toEqual({ passed: limit, odd: 0 });
      expect(failed).toBeGreaterThan(0);
      expect(await counter()).toEqual({ leased: limit, spent: limit });
    },
  );

  test("processes that are killed take with them no more than two portions each, and nothing goes beyond the cap", async () => {
    const [limit, kills] = [6_000, 3];
    const { hammers, counter } = await hammered(kills + 1, "requests_per_day", limit, await redisUrl());
    hammers.pace(1);
    for (let killed = 0; killed < kills; killed += 1) {
      const enough = (limit * (killed + 1)) / (kills + 2) + Math.random() * 300;
      await hammers.until(({ passed }) => passed > enough);
      await hammers.killOne();
    }
    await untilUsedUp(hammers, limit);
    await hammers.stop();
    const { passed, odd } = hammers.counts;
    const { leased, spent } = await counter();
    const portions = kills * Math.floor(limit / 32);
    const bound = { lost: 2 * portions, untold: 3 * portions };
    print(
      `${front}: of ${limit} requests ${passed} passed while ${kills} of ${kills + 1} processes were killed; ${limit - passed} were lost to the project (bound ${bound.lost}), ${passed - spent} of those that passed were not written down (bound ${bound.untold})`,
    );
    expect(odd).toBe(0);
    expect(leased).toBe(limit);
    expect(passed).toBeLessThanOrEqual(limit);
    expect(limit - passed).toBeLessThanOrEqual(bound.lost);
    expect(passed - spent).toBeLessThanOrEqual(bound.untold);
    expect(spent).toBeLessThanOrEqual(limit);
  });
});

withRedis.test("a Redis that freezes under fire stops nobody, and is used again once it answers", async () => {
  const redis = await theRedis();
  const limit = 16_000;
  const { hammers, counter } = await hammered(4, "requests_per_day", limit, redis.url);
  const passed = (more: number) => {
    const before = hammers.counts.passed;
    return hammers.until((counts) => counts.passed >= before + more);
  };
  hammers.pace(4);
  await passed(1_500);
  hammers.longestPauseMs = 0;
  redis.signal("SIGSTOP");
  await passed(3_000);
  await sleep(500);
  const whileFrozen = hammers.counts.passed;
  const pauseMs = hammers.longestPauseMs;
  redis.signal("SIGCONT");
  const drawnBefore = await draws(redis);
  const thawedAt = performance.now();
  while ((await draws(redis)) <= drawnBefore) await sleep(20);
  const backAfterMs = performance.now() - thawedAt;
  hammers.pace(1);
  await untilUsedUp(hammers, limit);
  await hammers.stop();
  const { odd, passed: all } = hammers.counts;
  const { leased, spent } = await counter();
  // What each process may just have been given when Redis fell silent.
  const bound = 4 * Math.floor(limit / 32);
  print(
    `Redis frozen: ${whileFrozen} of ${limit} had passed by its end, with no pause longer than ${pauseMs.toFixed(0)} ms; drawn from again ${backAfterMs.toFixed(0)} ms after it; in the end ${all} passed, ${all - limit} beyond the limit (bound 0), ${limit - all} lost (bound ${bound})`,
  );
  expect(odd).toBe(0);
  expect(all).toBeLessThanOrEqual(limit);
  expect(limit - all).toBeLessThanOrEqual(bound);
  expect(leased).toBeLessThanOrEqual(limit);
  expect(spent).toBe(all);
});

async function theRedis(): Promise<OwnRedis> {
  const redis = await ownRedis();
  opened.push(redis);
  return redis;
}

/** How often a script was run. */
async function draws(redis: OwnRedis): Promise<number> {
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.ask("INFO commandstats"))?.[1] ?? 0);
}
