import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../test/ask.ts";
import { newDataDir, startProcess } from "../../test/process.ts";
import { ownRedis, withRedis } from "../../test/redis.ts";
import { openWorld, type World } from "../../test/world.ts";
import { holdPort } from "../entry/port.ts";
import { adminLogin } from "../platform/db/server.ts";
import { Health } from "./index.ts";

const paths = ["", "/live", "/ready", "/db", "/redis"];

describe("a platform whose database answers", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test.each(paths)("tells by GET /api/health%s that it is well, with its checks and when they were made", async (path) => {
    const { status, headers, body } = await ask(world, `GET /api/health${path}`);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(Health.parse(body).status).toBe("pass");
    expect(Math.abs(Date.now() - Date.parse(body.checkedAt))).toBeLessThan(5_000);
    expect(Object.keys(body.checks)).not.toHaveLength(0);
  });

  test("tells how fast the database answers and how busy the way to it is", async () => {
    const { body } = await ask(world, "GET /api/health/db");
    expect(body.checks.database.observedMs).toBeGreaterThan(0);
    expect(body.checks.pool).toEqual({ status: "pass", used: expect.any(Number), waiting: 0, max: 16 });
  });

  test("says of Redis that none is configured", async () => {
    const { body } = await ask(world, "GET /api/health/redis");
    expect(body.checks).toEqual({ redis: { status: "pass", message: "not configured" } });
  });

  test("asks the database once for a flood of questions", async () => {
    await sleep(1_100);
    const asked = async () => {
      const client = new pg.Client(adminLogin(world.server));
      await client.connect();
      await client.query("select pg_stat_force_next_flush()");
      const { rows } = await client.query<{ count: string }>("select xact_commit as count from pg_stat_database where datname = $1", [
        world.server.database,
      ]);
      await client.end();
      return Number(rows[0]?.count);
    };
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 500 }, () => ask(world, "GET /api/health/db")));
    // An answer is remembered for a second: no more checks than seconds went by, the first and the last broken ones among them.
    const secondsMax = Math.ceil((performance.now() - began) / 1_000) + 1;
    expect(new Set(answers.map(({ body }) => body.checkedAt)).size).toBeLessThanOrEqual(secondsMax);
    // What else the platform does by itself in that time is a few statements a second.
    expect(await asked()).toBeLessThan(400);
  });

  test("is not ready, but runs, when its tables are not those of this version", async () => {
    const client = new pg.Client(adminLogin(world.server));
    await client.connect();
    const { rows } = await client.query("delete from migrations where name = (select max(name) from migrations) returning name, run_on");
    await sleep(1_100);
    const { status, headers, body } = await ask(world, "GET /api/health/ready");
    expect(status).toBe(503);
    expect(headers.get("retry-after")).toBe("5");
    expect(body.checks.migrations).toEqual({ status: "fail", message: "the database is not up to date" });
    expect((await ask(world, "GET /api/health")).status).toBe(200);
    await client.query("insert into migrations (name, run_on) values ($1, $2)", [rows[0].name, rows[0].run_on]);
    await client.end();
    await sleep(1_100);
    expect((await ask(world, "GET /api/health/ready")).status).toBe(200);
  });

  test("describes each of these addresses in its document", async () => {
    const { body } = await ask(world, "GET /api/openapi.json");
    for (const path of paths) expect(body.paths[`/api/health${path}`].get.responses[200]).toBeDefined();
    expect(Object.keys(body.paths["/api/health/ready"].get.responses).sort()).toEqual(["200", "404", "503", "default"]);
  });
});

test("a platform whose database is away runs, but is not ready, and tells no more about it than that", async () => {
  const world = await openWorld({ LOG_LEVEL: "silent" });
  const client = new pg.Client(adminLogin(world.server, "postgres"));
  await client.connect();
  await client.query(`alter database "${world.server.database}" allow_connections false`);
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [world.server.database]);
  try {
    for (const path of ["/ready", "/db"]) {
      const { status, body } = await ask(world, `GET /api/health${path}`);
      expect([status, body.status, body.checks.database]).toEqual([
        503,
        "fail",
        { status: "fail", message: "the database does not answer" },
      ]);
    }
    expect((await ask(world, "GET /api/health/live")).status).toBe(200);
    expect((await ask(world, "GET /api/health")).status).toBe(200);
    const page = { headers: { accept: "text/html" } };
    expect(await ask(world, "GET /status", page)).toMatchObject({ status: 200, body: expect.stringContaining("does not serve just now") });
    expect((await ask(world, "GET /status", { headers: { accept: "application/json" } })).body).toMatchObject({ serves: false });
    await client.query(`alter database "${world.server.database}" allow_connections true`);
    await waitUntil(async () => (await ask(world, "GET /api/health/ready")).status === 200);
    expect((await ask(world, "GET /status", page)).body).toContain("The platform serves");
  } finally {
    await client.query(`alter database "${world.server.database}" allow_connections true`);
    await client.end();
    await world.close();
  }
});

test("a process that prepares is alive and not ready", async () => {
  const held = await holdPort(0, "127.0.0.1");
  const url = `http://127.0.0.1:${held.port}`;
  try {
    expect((await ask({ url }, "GET /api/health/live")).status).toBe(200);
    for (const path of ["/api/health", "/api/health/ready"]) {
      const { status, body } = await ask({ url }, `GET ${path}`);
      expect([status, Health.parse(body).checks["process"]?.message]).toEqual([503, "starting"]);
    }
    const { status, headers } = await ask({ url }, "POST /api/auth/login", { body: {} });
    expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  } finally {
    await held.release();
  }
});

test("a process that was told to stop says so to load balancers, goes on serving for a while, and then ends cleanly", async () => {
  const data = newDataDir();
  const process = startProcess({ DATA_DIR: data.path, DRAIN_SECONDS: "2" });
  try {
    const url = await process.ready();
    expect((await ask({ url }, "GET /api/health/ready")).status).toBe(200);
    const end = process.signal("SIGTERM");
    await waitUntil(async () => (await ask({ url }, "GET /api/health/ready")).status !== 200);
    for (const path of ["/api/health", "/api/health/ready"]) {
      const { status, body } = await ask({ url }, `GET ${path}`);
      expect([status, body.status]).toEqual([404, "fail"]);
    }
    expect((await ask({ url }, "GET /api/health/live")).status).toBe(200);
    const registered = await ask({ url }, "POST /api/auth/register", {
      body: { email: "late@example.com", password: "correct horse battery", name: "Late" },
    });
    expect(registered.status).toBe(201);
    // A connection that was kept would be cut at some moment.
    expect(registered.headers.get("connection")).toBe("close");
    expect(await end).toBe(0);
  } finally {
    await process.signal("SIGKILL");
    data.remove();
  }
}, 60_000);

describe("a platform with a Redis", () => {
  const opened: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });
  const redisHealth = async (url: string) => {
    const world = await openWorld({ REDIS_URL: url, LOG_LEVEL: "silent" });
    opened.push(() => world.close());
    return () => ask(world, "GET /api/health/redis");
  };

  test("that is not there says so at once", async () => {
    const health = await redisHealth("redis://127.0.0.1:1");
    const askedAt = performance.now();
    const { status, body } = await health();
    expect([status, body.checks.redis]).toEqual([503, { status: "fail", message: "Redis does not answer" }]);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
  });

  test("that takes connections and never answers says so as soon", async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on("error", () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    opened.push(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const health = await redisHealth(`redis://127.0.0.1:${(silent.address() as { port: number }).port}`);
    await waitUntil(() => sockets.size > 0);
    const askedAt = performance.now();
    expect((await health()).status).toBe(503);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
  });

  withRedis.test("that answers tells how fast, fails while it is away or frozen, and passes when it is back", async () => {
    const redis = await ownRedis();
    opened.push(() => redis.close());
    const health = await redisHealth(redis.url);
    const passes = async () => (await health()).status === 200;
    await waitUntil(passes);
    expect((await health()).body.checks.redis).toEqual({ status: "pass", observedMs: expect.any(Number) });
    redis.signal("SIGSTOP");
    await waitUntil(async () => !(await passes()));
    redis.signal("SIGCONT");
    await waitUntil(passes);
    redis.signal("SIGKILL");
    await waitUntil(async () => !(await passes()));
    await redis.start();
    await waitUntil(passes);
  });
});

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds()); await sleep(50)) {
    if (Date.now() > end) throw new Error("it did not come about in time");
  }
}
