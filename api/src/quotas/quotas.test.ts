import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { makeGate } from "../http/gate.ts";
import type { Quota } from "./contract.ts";

let world: World;
let operator: string;
let viewer: string;
let developer: { token: string };
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  developer = await makeDeveloper(world);
  await world.clone.query("update plans set projects_max = 1000");
});
afterAll(() => world.close());

const unknownProject = "prj_01jh8x4q3efyxb0v1s2t3w4y5z";
const project = async () => (await makeProjectFor(world, developer.token)).id;
const at = (projectId: string, metric: string) => `/api/admin/projects/${projectId}/quotas/${metric}`;
const set = (
  projectId: string,
  metric: string,
  body: object = { limit: 5, reason: "a test", confirm: true },
  headers: Record<string, string> = {},
) => ask(world, `PUT ${at(projectId, metric)}`, { token: operator, body, headers });
const remove = (projectId: string, metric: string, body: object = { reason: "over" }, headers: Record<string, string> = {}) =>
  ask(world, `DELETE ${at(projectId, metric)}`, { token: operator, body, headers });
const list = async (projectId: string, token = developer.token) => {
  const { body } = await ask(world, `GET /api/projects/${projectId}/quotas`, { token });
  return Object.fromEntries(body.items.map((item: Quota) => [item.metric, item])) as Record<string, Quota>;
};

describe("setting a project's limit", () => {
  test("answers with it, and it stands in the audit log with before and after", async () => {
    const projectId = await project();
    const first = await set(projectId, "requests_per_day", { limit: 5, reason: "too much", confirm: true });
    expect(first).toMatchObject({
      status: 200,
      body: { projectId, metric: "requests_per_day", limit: 5, reason: "too much", revision: 1 },
    });
    expect(first.body.setBy).toMatch(/^stf_/);
    const second = await set(projectId, "requests_per_day", { limit: 5_000_000, reason: "far too little", confirm: true });
    expect(second.body).toMatchObject({ id: first.body.id, limit: 5_000_000, revision: 2 });
    const { items } = (await ask(world, `GET /api/admin/audit?target=${first.body.id}`, { token: viewer })).body;
    expect(items).toMatchObject([
      { action: "setProjectQuota", projectId, reason: "far too little", before: { limit: 5 }, after: { limit: 5_000_000 } },
      { action: "setProjectQuota", projectId, reason: "too much", before: null, after: { limit: 5 } },
    ]);
  });

  test("far above the plan is in force once somebody else sets the same, whatever one person set before", async () => {
    const projectId = await project();
    const limitNow = async () => (await list(projectId))["requests_per_day"]?.limit;
    const say = (token: string, limit = 5_000_001) =>
      ask(world, `PUT ${at(projectId, "requests_per_day")}`, { token, body: { limit, reason: "they grow" } });
    const second = (await makeStaff(world, "operator")).token;
    const refused = { status: 409, body: { code: "second_person_needed", limit: 5_000_001, usual: 500_000 } };
    expect((await say(operator, 5_000_000)).status).toBe(200);
    for (let twice = 0; twice < 2; twice += 1) expect(await say(operator)).toMatchObject(refused);
    expect(await limitNow()).toBe(5_000_000);
    const told = await world.clone.query("select from outbox where template = 'quota_proposed' and project_id = $1", [projectId]);
    expect(told).toHaveLength(1);
    const { items } = (await ask(world, `GET /api/admin/audit?projectId=${projectId}`, { token: viewer })).body;
    expect(items[0]).toMatchObject({ action: "proposeProjectQuota", reason: "they grow", after: { limit: 5_000_001 } });
    expect((await say(second, 5_000_002)).status).toBe(409);
    expect((await say(operator)).status).toBe(409);
    const { status, body } = await say(second);
    expect({ status, body }).toMatchObject({ status: 200, body: { limit: 5_000_001, proposedBy: expect.stringMatching(/^stf_/) } });
    expect(body.proposedBy).not.toBe(body.setBy);
    expect(await limitNow()).toBe(5_000_001);
    // What two decided is what further raises are measured against.
    expect((await say(operator, 50_000_000)).status).toBe(200);
  });

  test("that somebody proposed more than a week ago is proposed anew", async () => {
    const projectId = await project();
    const say = (token: string) => ask(world, `PUT ${at(projectId, "keys")}`, { token, body: { limit: 10_000, reason: "they grow" } });
    expect((await say(operator)).status).toBe(409);
    await world.clone.query(
      "update quota_proposals set proposed_at = proposed_at - interval '8 days', ends_at = ends_at - interval '8 days' where project_id = $1",
      [projectId],
    );
    expect((await say((await makeStaff(world, "operator")).token)).status).toBe(409);
    expect((await say(operator)).status).toBe(200);
  });

  test("made against an older revision is refused, also where there is none yet", async () => {
    const projectId = await project();
    expect(await set(projectId, "requests_per_day", undefined, { "if-match": '"1"' })).toMatchObject({
      status: 412,
      body: { code: "edited_meanwhile" },
    });
    const { headers } = await set(projectId, "requests_per_day");
    expect(headers.get("etag")).toBe('"1"');
    expect((await set(projectId, "requests_per_day", undefined, { "if-match": '"1"' })).status).toBe(200);
    expect((await set(projectId, "requests_per_day", undefined, { "if-match": '"1"' })).status).toBe(412);
  });

  test("by several at once leaves one row, with every change in the audit log", async () => {
    const projectId = await project();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((limit) => set(projectId, "requests_per_second", { limit, reason: "race", confirm: true })),
    );
    expect(answers.map(({ body }) => body.revision).sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  test("says once what is wrong with a limit that is too large", async () => {
    const { body } = await set(await project(), "requests_per_day", { limit: 2 ** 53, reason: "x" });
    expect(body.errors).toHaveLength(1);
  });

  test.each<[string, number, string, () => Promise<unknown>]>([
    ["a project there is not", 404, "project_not_found", () => set(unknownProject, "requests_per_day")],
    ["a metric there is not", 422, "invalid_input", async () => set(await project(), "requests_per_year")],
    ["less than nothing", 422, "invalid_input", async () => set(await project(), "requests_per_day", { limit: -1, reason: "x" })],
    ["a fraction", 422, "invalid_input", async () => set(await project(), "requests_per_day", { limit: 1.5, reason: "x", confirm: true })],
    ["more than 2^53 - 1", 422, "invalid_input", async () => set(await project(), "requests_per_day", { limit: 2 ** 53, reason: "x" })],
    ["no reason", 422, "invalid_input", async () => set(await project(), "requests_per_day", { limit: 1, reason: " ", confirm: true })],
    [
      "more than is asked for",
      422,
      "invalid_input",
      async () => set(await project(), "requests_per_day", { limit: 1, reason: "x", confirm: true, until: "never" }),
    ],
    [
      "who may only look",
      403,
      "missing_role",
      async () =>
        ask(world, `PUT ${at(await project(), "requests_per_day")}`, { token: viewer, body: { limit: 1, reason: "x", confirm: true } }),
    ],
  ])("refuses %s", async (_, status, code, request) => {
    expect(await request()).toMatchObject({ status, body: { code } });
  });
});

describe("taking a project's limit away", () => {
  test("answers with what limits it now: its plan", async () => {
    const projectId = await project();
    await set(projectId, "requests_per_day");
    expect(await remove(projectId, "requests_per_day")).toMatchObject({
      status: 200,
      body: { metric: "requests_per_day", limit: 500_000, source: { kind: "plan" } },
    });
    const { items } = (await ask(world, `GET /api/admin/audit?projectId=${projectId}&action=removeProjectQuota`, { token: viewer })).body;
    expect(items).toMatchObject([{ reason: "over", before: { limit: 5 } }]);
  });

  test("refuses where there is none, where it changed meanwhile, and where there is no project", async () => {
    const projectId = await project();
    expect(await remove(projectId, "requests_per_day")).toMatchObject({ status: 404, body: { code: "quota_not_found" } });
    expect(await remove(unknownProject, "requests_per_day")).toMatchObject({ status: 404, body: { code: "project_not_found" } });
    await set(projectId, "requests_per_day");
    expect(await remove(projectId, "requests_per_day", undefined, { "if-match": '"7"' })).toMatchObject({
      status: 412,
      body: { code: "edited_meanwhile" },
    });
    expect((await remove(projectId, "requests_per_day", {})).status).toBe(422);
  });
});

describe("reading limits", () => {
  test("tells for each metric how much, used of it, since when it says so, and when it resets", async () => {
    const projectId = await project();
    await set(projectId, "requests_per_day", { limit: 9, reason: "x", confirm: true });
    const midnight = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000).toISOString();
    const quotas = await list(projectId);
    expect(quotas).toMatchObject({
      requests_per_second: { limit: 100, used: 0, source: { kind: "plan", id: "free" }, window: "second", resetsAt: expect.any(String) },
      requests_per_day: {
        limit: 9,
        used: 0,
        source: { kind: "quota", id: expect.stringMatching(/^quo_/) },
        window: "day",
        resetsAt: midnight,
      },
      rows_written_per_day: { limit: 1_000_000, used: 0, source: { kind: "plan" }, window: "day", resetsAt: midnight },
      requests_per_month: { limit: 10_000_000, used: 0, window: "month", resetsAt: expect.stringMatching(/-01T00:00:00.000Z$/) },
      query_ms_per_day: { limit: 36_000_000, used: 0, window: "day" },
      egress_bytes_per_month: { limit: 10_737_418_240, used: 0, window: "month" },
      stored_bytes: { limit: 1_073_741_824, used: 0, window: null },
      connections: { limit: 30, window: null },
      keys: { limit: 100, used: 0, window: null },
      database_bytes: { limit: 524_288_000, source: { kind: "plan" }, window: null, resetsAt: null },
    });
  });

  test("names the override in force, and until when", async () => {
    const projectId = await project();
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const body = { metric: "rows_written_per_day", limit: 3, reason: "x", confirm: true, endsAt };
    const made = await ask(world, `POST /api/admin/projects/${projectId}/overrides`, { token: operator, body });
    expect((await list(projectId))["rows_written_per_day"]).toMatchObject({
      limit: 3,
      source: { kind: "override", id: made.body.id, until: endsAt },
    });
  });

  test("tells what changes next and why, and which sanction slows the project down", async () => {
    const projectId = await project();
    const [startsAt, endsAt] = [3_600_000, 7_200_000].map((ms) => new Date(Date.now() + ms).toISOString());
    const body = { metric: "requests_per_day", limit: 600_000, reason: "x", startsAt, endsAt, confirm: true };
    const { id } = (await ask(world, `POST /api/admin/projects/${projectId}/overrides`, { token: operator, body })).body;
    const quotas = await list(projectId);
    expect(quotas["requests_per_day"]?.nextChange).toEqual({ at: startsAt, because: "override_begins", overrideId: id, limit: 600_000 });
    expect(quotas["requests_per_month"]).toMatchObject({ nextChange: null, throttledBy: null });
    const sanction = { level: "throttled", reason: "abuse", statement: "Slower, please." };
    const made = await ask(world, `POST /api/admin/projects/${projectId}/sanctions`, { token: operator, body: sanction });
    const { limit: otherwise = 0 } = quotas["requests_per_second"] ?? {};
    expect((await list(projectId))["requests_per_second"]).toMatchObject({
      limit: otherwise / 10,
      source: { kind: "sanction", id: made.body.id },
      throttledBy: { sanctionId: made.body.id, until: null, otherwise },
    });
  });

  test("names the sanction where a request is refused because of it", async () => {
    const { id, secret } = await makeProject(world);
    const sanction = { level: "throttled", reason: "abuse", statement: "Slower, please." };
    const made = await ask(world, `POST /api/admin/projects/${id}/sanctions`, { token: operator, body: sanction });
    const gate = makeGate({ ...world.engine, bus: world.bus });
    const holder = await gate.identify(secret.key);
    const admitAll = async () => {
      for (let i = 0; i < 1_000; i += 1) await gate.admit(holder, { writes: false });
    };
    await expect(admitAll()).rejects.toMatchObject({
      code: "quota_exceeded",
      details: { metric: "requests_per_second", limit: 10, source: { kind: "sanction", id: made.body.id } },
    });
    await gate.stop();
  });

  test("tells exactly what was used, right after it was", async () => {
    const { id, developer, secret } = await makeProject(world);
    const gate = makeGate({ ...world.engine, bus: world.bus });
    for (let i = 1; i <= 3; i += 1) {
      const holder = await gate.identify(secret.key);
      await gate.admit(holder, { writes: true });
      gate.settle(holder, { act: { writes: true }, status: 201, rowsWritten: 2, durationMs: 1 });
      const quotas = await list(id, developer.token);
      expect(quotas).toMatchObject({ requests_per_day: { used: i }, rows_written_per_day: { used: 2 * i } });
      expect(quotas["requests_per_second"]?.used).toBeGreaterThan(0);
    }
    await gate.stop();
  });

  test("another developer's project does not exist", async () => {
    const stranger = await makeDeveloper(world);
    const answer = await ask(world, `GET /api/projects/${await project()}/quotas`, { token: stranger.token });
    expect(answer).toMatchObject({ status: 404, body: { code: "project_not_found" } });
  });

  test("staff also see what staff set, whether or not it is in force", async () => {
    const projectId = await project();
    await set(projectId, "requests_per_second", { limit: 2, reason: "slow down", confirm: true });
    const { status, body } = await ask(world, `GET /api/admin/projects/${projectId}/quotas`, { token: viewer });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(10);
    expect(body.quotas).toMatchObject([{ metric: "requests_per_second", limit: 2, reason: "slow down", revision: 1 }]);
    expect(await ask(world, `GET /api/admin/projects/${unknownProject}/quotas`, { token: viewer })).toMatchObject({ status: 404 });
  });
});

describe("measuring databases", () => {
  const measured = async (projectId: string) => (await list(projectId))["database_bytes"]?.used ?? 0;

  test("a project's database is measured when its cap is changed, and when it is due", async () => {
    const projectId = await project();
    expect(await measured(projectId)).toBe(0);
    await set(projectId, "database_bytes", { limit: 1_000_000_000, reason: "x", confirm: true });
    await world.work("measureDatabase", { projectId });
    const bytes = await measured(projectId);
    expect(bytes).toBeGreaterThan(5_000_000);
    const other = await project();
    await world.work("measureDatabases", {});
    expect(await measured(other)).toBeGreaterThan(5_000_000);
    const usage = await ask(world, `GET /api/projects/${projectId}/usage?metric=database_bytes&step=minute`, { token: developer.token });
    expect(usage.body.items).toMatchObject([{ metric: "database_bytes", total: bytes }]);
  });

  test("those that wrote are due again after ten seconds, the rest after an hour", async () => {
    const [wrote, idle] = [await project(), await project()];
    await world.work("measureDatabases", {});
    const age = (projectId: string, interval: string) =>
      world.clone.query("update tenants set measured_at = now() - $2::interval, database_bytes = 1 where project_id = $1", [
        projectId,
        interval,
      ]);
    for (const projectId of [wrote, idle]) await age(projectId, "12 seconds");
    await world.clone.query(
      "insert into usage_metrics (project_id, metric, minute, total) values ($1, 'writes', date_trunc('minute', now()), 1)",
      [wrote],
    );
    await world.work("measureDatabases", {});
    expect(await measured(wrote)).toBeGreaterThan(1);
    expect(await measured(idle)).toBe(1);
    await age(idle, "61 minutes");
    await world.work("measureDatabases", {});
    expect(await measured(idle)).toBeGreaterThan(1);
  });

  test("every process hears of a database that crossed its cap, either way, and only then", async () => {
    const projectId = await project();
    const heard: (string | undefined)[] = [];
    world.bus.onStale((id) => void heard.push(id));
    const measure = async (limit: number, before: number) => {
      await world.clone.query("update project_quotas set limit_value = $2 where project_id = $1", [projectId, limit]);
      await world.clone.query("update tenants set database_bytes = $2 where project_id = $1", [projectId, before]);
      heard.length = 0;
      await world.work("measureDatabase", { projectId });
      await new Promise((resolve) => setTimeout(resolve, 50));
      return heard.includes(projectId);
    };
    await set(projectId, "database_bytes");
    expect(await measure(1_000, 10)).toBe(true);
    expect(await measure(1_000, 2_000)).toBe(false);
    expect(await measure(1_000_000_000, 2_000_000_000)).toBe(true);
    expect(await measure(1_000_000_000, 10)).toBe(false);
  });

  test("each minute plans the measurements within it", async () => {
    await world.work("plan:measureDatabases", {});
    const [row] = await world.clone.query<{ count: string }>(
      "select count(*) from graphile_worker.jobs where key like 'measureDatabases:%' and run_at > now() - interval '1 second'",
    );
    expect(Number(row?.count)).toBe(4);
  });
});
