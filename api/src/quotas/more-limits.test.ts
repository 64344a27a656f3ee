import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import type { Quota } from "./contract.ts";

let world: World;
let staff: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

type Made = Awaited<ReturnType<typeof makeProject>>;
const limit = (projectId: string, metric: string, value: number) =>
  ask(world, `PUT /api/admin/projects/${projectId}/quotas/${metric}`, {
    token: staff,
    body: { limit: value, reason: "a test", confirm: true },
  });
const read = ({ secret }: Made) => ask(world, "GET /api/rest/", { apikey: secret.key });
const sql = ({ secret }: Made, query: string) => ask(world, "POST /api/sql", { apikey: secret.key, body: { query } });
const quotaOf = async ({ id, developer }: Made, metric: string): Promise<Quota> => {
  const { body } = await ask(world, `GET /api/projects/${id}/quotas`, { token: developer.token });
  return body.items.find((each: Quota) => each.metric === metric);
};
/** Counts are known to all once they are written down. */
const flushed = () => world.engine.settling.flushed();

describe("requests of a month", () => {
  test("are let in up to the limit exactly, whatever the day would allow, and refused ones count for neither", async () => {
    const made = await makeProject(world);
    await limit(made.id, "requests_per_month", 3);
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await read(made));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[4]?.body).toMatchObject({ code: "quota_exceeded", metric: "requests_per_month", limit: 3, used: 3, window: "month" });
    expect(answers[4]?.headers.get("ratelimit-policy")).toMatch(/"requests_per_month";q=3;w=(2419200|2505600|2592000|2678400)/);
    expect(await quotaOf(made, "requests_per_month")).toMatchObject({ used: 3 });
    expect(await quotaOf(made, "requests_per_day")).toMatchObject({ used: 3 });
  });

  test("a day's limit that is reached costs none of the month", async () => {
    const made = await makeProject(world);
    await limit(made.id, "requests_per_day", 2);
    for (let i = 0; i < 5; i += 1) await read(made);
    expect(await quotaOf(made, "requests_per_month")).toMatchObject({ used: 2 });
  });
});

describe("time for requests", () => {
  test("is counted once it is known, and nothing more is let in when it is used up", async () => {
    const made = await makeProject(world);
    await limit(made.id, "query_ms_per_day", 200);
    expect((await sql(made, "select pg_sleep(0.25)")).status).toBe(200);
    await flushed();
    expect(await sql(made, "select 1")).toMatchObject({
      status: 429,
      body: { code: "quota_exceeded", metric: "query_ms_per_day", limit: 200 },
    });
    expect((await quotaOf(made, "query_ms_per_day")).used).toBeGreaterThanOrEqual(250);
    await limit(made.id, "query_ms_per_day", 1_000_000);
    expect((await sql(made, "select 1")).status).toBe(200);
  });
});

describe("bytes sent out", () => {
  test.each<[string, (made: Made) => Promise<{ status: number; body: unknown }>]>([
    ["SQL", (made) => sql(made, "select repeat('x', 100000) as x")],
    ["the tables", (made) => ask(world, "GET /api/rest/wide", { apikey: made.secret.key })],
    ["an export", (made) => ask(world, "GET /api/tables/wide/export", { apikey: made.secret.key })],
  ])("by %s are counted, and nothing more is let in when they are used up", async (_, send) => {
    const made = await makeProject(world);
    await sql(made, "create table wide as select repeat('x', 100000) as x");
    await limit(made.id, "egress_bytes_per_month", 50_000);
    expect((await send(made)).status).toBe(200);
    // An answer is over for the sender a moment after its reader has it.
    while ((await quotaOf(made, "egress_bytes_per_month")).used < 100_000) await sleep(10);
    expect(await read(made)).toMatchObject({ status: 429, body: { code: "quota_exceeded", metric: "egress_bytes_per_month" } });
  });

  test("of refusals and of our own errors are not", async () => {
    const made = await makeProject(world);
    await limit(made.id, "requests_per_day", 0);
    for (let i = 0; i < 3; i += 1) await read(made);
    await flushed();
    expect(await quotaOf(made, "egress_bytes_per_month")).toMatchObject({ used: 0 });
  });
});

describe("keys", () => {
  test("are made up to the limit, and one that is revoked makes room", async () => {
    const made = await makeProject(world);
    await limit(made.id, "keys", 3);
    const make = () =>
      ask(world, `POST /api/projects/${made.id}/keys`, { token: made.developer.token, body: { name: "more", kind: "secret" } });
    const third = await make();
    expect(third.status).toBe(201);
    expect(await make()).toMatchObject({
      status: 409,
      body: { code: "too_many_keys", metric: "keys", limit: 3, used: 3, source: { kind: "quota" } },
    });
    await ask(world, `DELETE /api/projects/${made.id}/keys/${third.body.id}`, { token: made.developer.token });
    expect((await make()).status).toBe(201);
    expect(await quotaOf(made, "keys")).toMatchObject({ used: 3, limit: 3, threshold: 100 });
  });
});

describe("connections", () => {
  test("are no more than the limit, for all who ask at a time together", async () => {
    const made = await makeProject(world);
    await limit(made.id, "connections", 1);
    const asked = Array.from({ length: 4 }, () =>
      sql(
        made,
        "select (select count(*)::int from pg_stat_activity where datname = current_database() and backend_type = 'client backend') as n",
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(Math.max(...answers.map(({ body }) => body.rows[0].n))).toBe(1);
  });

  test("are told as they are open just now", async () => {
    const made = await makeProject(world);
    const under = sql(made, "select pg_sleep(1)");
    let used = 0;
    for (; used === 0; await sleep(20)) used = (await quotaOf(made, "connections")).used;
    expect(used).toBeLessThanOrEqual(2);
    expect((await under).status).toBe(200);
  });

  test("of none let nothing in", async () => {
    const made = await makeProject(world);
    await limit(made.id, "connections", 0);
    expect(await read(made)).toMatchObject({ status: 429, body: { code: "quota_exceeded", metric: "connections", limit: 0 } });
  });
});

test("a plan for projects of our own has all limits, and a metric there is not is refused with the ones there are", async () => {
  const rows = await world.clone.query<{ plan: string; count: number }>(
    "select plan, count(*)::int as count from plan_limits group by plan order by plan",
  );
  expect(rows).toEqual([
    { plan: "free", count: 10 },
    { plan: "internal", count: 10 },
    { plan: "pro", count: 10 },
  ]);
  const made = await makeProject(world);
  const refused = await limit(made.id, "requests_per_year", 1);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain("requests_per_month");
});

test("whoever lowers a limit of computing far is told what it would have refused", async () => {
  const made = await makeProject(world);
  await world.clone.query(
    "insert into usage_metrics (project_id, metric, minute, total) values ($1, 'query_ms', date_trunc('minute', now() - interval '1 day'), 5000)",
    [made.id],
  );
  const path = `PUT /api/admin/projects/${made.id}/quotas/query_ms_per_day`;
  const refused = await ask(world, path, { token: staff, body: { limit: 2_000, reason: "a test" } });
  expect(refused.body).toMatchObject({ code: "confirmation_needed", peakOfLast7Days: 5_000, refusedOfLast7Days: 3_000 });
});

test("how large a database is that was not measured yet is not called 0", async () => {
  const made = await makeProject(world);
  await world.clone.query("update tenants set measured_at = null, database_bytes = 0 where project_id = $1", [made.id]);
  const lower = () =>
    ask(world, `PUT /api/admin/projects/${made.id}/quotas/database_bytes`, { token: staff, body: { limit: 1_000, reason: "a test" } });
  const refused = await lower();
  expect(refused.body).toMatchObject({ code: "confirmation_needed", usedNow: null });
  expect(refused.body.consequences).toEqual([expect.stringMatching(/ sinks from /), expect.stringMatching(/not measured yet/)]);
  await world.clone.query("update tenants set measured_at = now(), database_bytes = 7000000 where project_id = $1", [made.id]);
  expect((await lower()).body).toMatchObject({
    usedNow: 7_000_000,
    consequences: [expect.anything(), expect.stringMatching(/7,000,000/), expect.anything()],
  });
});
