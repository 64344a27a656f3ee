import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../test/ask.ts";
import { makeProject } from "../../test/make.ts";
import { missingProgram, testsThatNeed } from "../../test/needs.ts";
import { newDataDir, startProcess } from "../../test/process.ts";
import { sealAll } from "../../test/seal-all.ts";
import { openWorld, type World } from "../../test/world.ts";
import { loginOf } from "../platform/db/server.ts";
import { newId } from "../platform/ids.ts";

const token = "a token that is long enough".replaceAll(" ", "-");
let world: World;
beforeAll(async () => {
  world = await openWorld({ METRICS_TOKEN: token, LOG_LEVEL: "silent" });
});
afterAll(() => world.close());

const read = async (from: Pick<World, "url"> = world): Promise<string> => (await ask(from, "GET /metrics", { token })).body;

/** The value of the series of this name that has these labels, in any order. */
function sample(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
  const line = text.split("\n").find((each) => {
    const [, found, inside = ""] = /^(\w+)(?:\{(.*)\})? /.exec(each) ?? [];
    return found === name && Object.entries(labels).every(([label, value]) => inside.includes(`${label}="${value}"`));
  });
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

describe("who may read", () => {
  test("nobody, where no token and no port is configured", async () => {
    const closed = await openWorld();
    const { status, body } = await ask(closed, "GET /metrics");
    expect(status).toBe(404);
    expect(body).not.toContain("nextmavens_");
    await closed.close();
  });

  test.each([
    ["no token", undefined],
    ["another token", "another-token-of-some-length"],
    ["the beginning of the token", token.slice(0, -1)],
    ["nothing", ""],
  ])("not who shows %s", async (_what, shown) => {
    const { status, headers, body } = await ask(world, "GET /metrics", { token: shown });
    expect([status, headers.get("www-authenticate"), body]).toEqual([401, "Bearer", ""]);
  });

  test("who shows the token", async () => {
    const { status, headers, body } = await ask(world, "GET /metrics", { token });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(sample(body, "nextmavens_info", { role: "all" })).toBe(1);
  });
});

describe("what is counted", () => {
  test("requests by door and class of status, with how long they took", async () => {
    const { publishable } = await makeProject(world);
    await ask(world, "GET /api/rest/nothing-here", { apikey: publishable.key });
    await ask(world, "POST /api/sql", { apikey: "none", body: { query: "select 1" } });
    await ask(world, "GET /api/developer");
    await ask(world, "GET /admin/login");
    await ask(world, "GET /docs");
    const text = await read();
    const count = (door: string, status: string) => sample(text, "nextmavens_http_request_duration_seconds_count", { door, status });
    expect(count("data", "4xx")).toBe(1);
    expect(count("sql", "4xx")).toBe(1);
    expect(count("control", "4xx")).toBeGreaterThanOrEqual(1);
    expect(count("control", "2xx")).toBeGreaterThanOrEqual(1);
    expect(count("console", "2xx")).toBe(1);
    expect(count("other", "2xx")).toBeGreaterThanOrEqual(1);
    expect(sample(text, "nextmavens_http_request_duration_seconds_sum", { door: "console", status: "2xx" })).toBeGreaterThan(0);
  });

  test("requests whose client did not wait", async () => {
    const before = sample(await read(), "nextmavens_http_request_duration_seconds_count", { door: "control", status: "aborted" }) ?? 0;
    const socket = connect(Number(new URL(world.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{");
    await sleep(50);
    socket.destroy();
    await waitUntil(
      async () =>
        sample(await read(), "nextmavens_http_request_duration_seconds_count", { door: "control", status: "aborted" }) === before + 1,
    );
  });

  test("what the gate refuses, by code, whether it asked the database or knew", async () => {
    const before = sample(await read(), "nextmavens_gate_refusals_total", { code: "invalid_api_key" }) ?? 0;
    const unknown = `nm_pk_${"a".repeat(43)}`;
    for (let asked = 0; asked < 3; asked++) await ask(world, "GET /api/rest/todos", { apikey: unknown });
    expect(sample(await read(), "nextmavens_gate_refusals_total", { code: "invalid_api_key" })).toBe(before + 3);
  });

  test("sessions of tenants, pools, the bus, what the platform needs, and the process itself", async () => {
    const { publishable } = await makeProject(world);
    await ask(world, "GET /api/rest/nothing-here", { apikey: publishable.key });
    const text = await read();
    expect(sample(text, "nextmavens_tenant_sessions")).toBeGreaterThanOrEqual(1);
    expect(sample(text, "nextmavens_tenant_sessions_waiting")).toBe(0);
    expect(sample(text, "nextmavens_tenant_sessions_max")).toBe(60);
    expect(sample(text, "nextmavens_pool_connections_max", { pool: "api" })).toBe(16);
    expect(sample(text, "nextmavens_pool_connections", { pool: "api", state: "idle" })).toBeGreaterThanOrEqual(0);
    expect(sample(text, "nextmavens_pool_waiting", { pool: "jobs" })).toBe(0);
    expect(sample(text, "nextmavens_bus_trusted")).toBe(1);
    expect(sample(text, "nextmavens_dependency_up", { dependency: "database" })).toBe(1);
    expect(sample(text, "nextmavens_dependency_latency_seconds", { dependency: "database" })).toBeGreaterThan(0);
    expect(sample(text, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
    expect(sample(text, "process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
  });

  test("how long the audit log waits to be sealed", async () => {
    await world.clone.query(
      `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id)
       values ($1, now() - interval '20 minutes', 'job', 'test', 'try', 'test', 'req_test')`,
      [newId("audit")],
    );
    await waitUntil(async () => (sample(await read(), "nextmavens_audit_unsealed_seconds") ?? 0) >= 1_200);
    await sealAll(world);
    await waitUntil(async () => sample(await read(), "nextmavens_audit_unsealed_seconds") === 0);
  });

  test("jobs that are late, and jobs that failed for good", async () => {
    const client = new pg.Client(loginOf(world.server, world.vault, "jobs"));
    await client.connect();
    const add = "select graphile_worker.add_job($1, json_build_object(), run_at => now() - interval '5 minutes', max_attempts => $2)";
    await client.query("delete from graphile_worker._private_jobs");
    await client.query(add, ["sendMail", 5]);
    await client.query(add, ["sendMail", 1]);
    await client.query("update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1");
    await client.end();
    await waitUntil(async () => sample(await read(), "nextmavens_jobs_late") === 1);
    const text = await read();
    expect(sample(text, "nextmavens_jobs_failed")).toBe(1);
    expect(sample(text, "nextmavens_jobs_late_seconds")).toBeGreaterThanOrEqual(300);
  });

  test("never a project, a key or a path: labels stay few whatever is asked for", async () => {
    const { id, publishable } = await makeProject(world);
    const before = (await read()).split("\n").length;
    for (let asked = 0; asked < 50; asked++) {
      await ask(world, `GET /api/rest/table_${asked}`, { apikey: publishable.key });
      await ask(world, `GET /api/made-up-${asked}`);
      await ask(world, `GET /made-up/${asked}`);
    }
    const text = await read();
    expect(text).not.toContain(id);
    expect(text).not.toContain("made-up");
    // A door may meet a class of status for the first time: one histogram each.
    expect(text.split("\n").length - before).toBeLessThan(60);
  });
});

describe("a port of its own", () => {
  test("serves numbers and health, and the main port has none of the numbers", async () => {
    const data = newDataDir();
    const process = startProcess({ DATA_DIR: data.path, METRICS_PORT: "0" });
    try {
      const url = await process.ready();
      const told = process.lines.find((line) => line.startsWith("metrics"))?.split(/ +/)[1] ?? "";
      expect(told).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
      const own = { url: new URL(told).origin };
      expect(sample((await ask(own, "GET /metrics")).body, "nextmavens_bus_trusted")).toBe(1);
      expect((await ask(own, "GET /api/health/ready")).status).toBe(200);
      expect((await ask(own, "GET /api/rest/todos")).status).toBe(404);
      expect((await ask({ url }, "GET /metrics")).status).toBe(404);

      // A worker serves nothing else, so it is watched by this port alone.
      const worker = startProcess({ DATA_DIR: data.path, DATABASE_URL: process.databaseUrl(), ROLE: "worker", METRICS_PORT: "0" });
      await waitUntil(() => worker.lines.includes("ready (worker)"));
      const ofWorker = { url: new URL(worker.lines.find((line) => line.startsWith("metrics"))?.split(/ +/)[1] ?? "").origin };
      expect(sample((await ask(ofWorker, "GET /metrics")).body, "nextmavens_info", { role: "worker" })).toBe(1);
      expect((await ask(ofWorker, "GET /api/health")).status).toBe(200);
      expect(await worker.signal("SIGTERM")).toBe(0);

      const taken = startProcess({ DATA_DIR: data.path, ROLE: "api", METRICS_PORT: new URL(told).port });
      expect(await taken.ended()).toBe(1);
      expect(taken.lines).toEqual([`port ${new URL(told).port} is in use: stop what uses it, or set METRICS_PORT`]);
      expect(await process.signal("SIGTERM")).toBe(0);
    } finally {
      await process.signal("SIGKILL");
      data.remove();
    }
  }, 60_000);
});

const { test: testWithPromtool } = testsThatNeed(missingProgram("promtool", "prometheus"));
testWithPromtool("Prometheus's own tool finds nothing to say against names, types and units", async () => {
  await ask(world, "GET /api/health");
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], { input: await read(), encoding: "utf8" });
  expect([stdout, stderr, status]).toEqual(["", "", 0]);
});

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds()); await sleep(50)) {
    if (Date.now() > end) throw new Error("it did not come about in time");
  }
}
