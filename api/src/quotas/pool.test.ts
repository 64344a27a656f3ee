import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { Counter } from "../../test/counting/counter.ts";
import { type OwnRedis, ownRedis, withRedis } from "../../test/redis.ts";
import { until } from "../../test/until.ts";
import { newId } from "../platform/ids.ts";
import { makeLog } from "../platform/log.ts";
import { openRedis, type RedisServer } from "../platform/redis.ts";
import { Lease } from "./lease.ts";
import { lendFromPool } from "./pool.ts";
import type { LeaseRequest } from "./queries.ts";

const noon = Date.parse("2027-05-01T12:00:00Z");
const log = makeLog("silent");
const newProject = () => newId("project");

withRedis.describe("a pool", () => {
  let own: OwnRedis;
  const opened: RedisServer[] = [];
  beforeAll(async () => {
    own = await ownRedis();
  });
  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });
  afterAll(() => own.close());

  /** What a process has of Redis. */
  const connected = async () => {
    const redis = await openRedis(own.url, log);
    opened.push(redis);
    await until(() => redis.run !== undefined);
    return redis;
  };
  const lenderBy = (redis: RedisServer, counter: Counter) =>
    lendFromPool({ redis, lend: counter.lend, settle: async (settlements) => counter.settle(settlements), log });
  const lenderOf = async (counter: Counter) => lenderBy(await connected(), counter);
  const requestOf = (projectId: string, more: Partial<LeaseRequest> = {}): LeaseRequest => ({
    projectId,
    metric: "requests_per_day",
    windowStart: "2027-05-01T00:00:00.000Z",
    portion: 8,
    limit: 100_000,
    back: 0,
    spent: 0,
    ...more,
  });

  test("is filled by PostgreSQL with more than was asked for, and drawn from by all", async () => {
    const counter = new Counter();
    const [a, b] = [await lenderOf(counter), await lenderOf(counter)];
    const request = requestOf(newProject());
    expect(await a(request)).toEqual({ granted: 8, leased: 32, spent: 0 });
    expect([await b(request), await a(request), await b(request)]).toEqual([{ granted: 8 }, { granted: 8 }, { granted: 4 }]);
    expect(counter).toMatchObject({ asked: 1, leased: 32 });
  });

  test("lets leases of several processes spend a limit to the last, and no more", async () => {
    for (const limit of [1, 5, 33, 1_000]) {
      const counter = new Counter();
      const projectId = newProject();
      const leases = [await lenderOf(counter), await lenderOf(counter)].map((lend) => new Lease(projectId, "requests_per_day", lend));
      for (const lease of leases) lease.limitTo(limit, noon - 10_000);
      let [taken, now] = [0, noon];
      for (let i = 0; i < limit * 2 + 4; i += 1) {
        // Beyond the second for which "nothing left" is believed.
        if (i > limit) now += 1_001;
        if (await leases[i % 2]?.take(() => now)) taken += 1;
      }
      for (const lease of leases) counter.settle(lease.settle(now, true));
      expect([taken, counter.leased, counter.spent]).toEqual([limit, limit, limit]);
    }
  });

  test("of another limit goes back to PostgreSQL, which lends under the new one", async () => {
    const counter = new Counter();
    const lend = await lenderOf(counter);
    const projectId = newProject();
    await lend(requestOf(projectId));
    expect(counter.leased).toBe(32);
    expect(await lend(requestOf(projectId, { limit: 9 }))).toEqual({ granted: 1, leased: 9, spent: 0 });
  });

  test("that does not answer is passed over within moments, and what it gave all the same goes back once it tells", async () => {
    const counter = new Counter();
    const redis = await connected();
    const lend = lenderBy(redis, counter);
    const request = requestOf(newProject());
    await lend(request);
    own.signal("SIGSTOP");
    try {
      expect(await lend(request)).toEqual({ granted: 8, leased: 40, spent: 0 });
      expect(redis.run).toBeUndefined();
      const askedAt = performance.now();
      for (let i = 0; i < 50; i += 1) await lend(request);
      // It is asked no more, so fifty questions do not wait fifty times.
      expect(performance.now() - askedAt).toBeLessThan(2_000);
      expect(counter.leased).toBe(32 + 51 * 8);
    } finally {
      own.signal("SIGCONT");
    }
    await until(() => redis.run !== undefined && counter.leased === 24 + 51 * 8);
    expect(await lend(request)).toEqual({ granted: 8 });
  });

  test("is lost with the run of Redis that held it, also where the next run remembers an older state", async () => {
    const counter = new Counter();
    const redis = await connected();
    const lend = lenderBy(redis, counter);
    const request = requestOf(newProject());
    await lend(request);
    await own.ask("SAVE");
    await lend(request);
    const before = redis.run;
    own.signal("SIGKILL");
    await until(() => redis.run === undefined);
    expect(await lend(request)).toEqual({ granted: 8, leased: 40, spent: 0 });
    await own.start();
    await until(() => redis.run !== undefined);
    expect(redis.run).not.toBe(before);
    expect(await own.ask("DBSIZE")).not.toContain(":0");
    expect(await lend(request)).toEqual({ granted: 8, leased: 72, spent: 0 });
  });

  test("that can't grow for want of memory leaves all with who asked", async () => {
    const counter = new Counter();
    const lend = await lenderOf(counter);
    await own.ask("CONFIG SET maxmemory 1");
    try {
      expect(await lend(requestOf(newProject()))).toEqual({ granted: 32, leased: 32, spent: 0 });
    } finally {
      await own.ask("CONFIG SET maxmemory 0");
    }
  });
});

test("where Redis was never there, PostgreSQL lends as if none were configured", async () => {
  const counter = new Counter();
  const redis = await openRedis("redis://127.0.0.1:1", log);
  const lend = lendFromPool({ redis, lend: counter.lend, settle: async () => undefined, log });
  const request = { projectId: "prj", metric: "requests_per_day", windowStart: "2027-05-01T00:00:00.000Z" } as const;
  expect(await lend({ ...request, portion: 8, limit: 1_000, back: 0, spent: 0 })).toEqual({ granted: 8, leased: 8, spent: 0 });
  redis.close();
});
