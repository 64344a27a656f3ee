import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { stateAt } from "./rules.ts";

let world: World;
let operator: string;
let second: string;
let viewer: string;
let developer: string;
beforeAll(async () => {
  world = await openWorld();
  await world.clone.query("insert into plans (id, projects_max) select 'many', 200");
  await world.clone.query(
    "insert into plan_limits (plan, metric, limit_value) select 'many', metric, limit_value from plan_limits where plan = 'free'",
  );
  operator = (await makeStaff(world, "operator")).token;
  second = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  const owner = await makeDeveloper(world);
  await world.clone.query("update developers set plan = 'many' where id = $1", [owner.id]);
  developer = owner.token;
});
afterAll(() => world.close());

const unknownProject = "prj_01jh8x4q3efyxb0v1s2t3w4y5z";
const project = async () => (await makeProjectFor(world, developer)).id;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const add = (projectId: string, more: object = {}, token = operator) =>
  ask(world, `POST /api/admin/projects/${projectId}/overrides`, {
    token,
    body: { metric: "requests_per_day", limit: 1_000_000, reason: "launch", endsAt: inMs(3_600_000), confirm: true, ...more },
  });
const end = (id: string, body: object = { reason: "the launch is over" }, token = operator) =>
  ask(world, `POST /api/admin/overrides/${id}/end`, { token, body });
/** By the world's clock. */
async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  world.travel(ms);
  try {
    return await work();
  } finally {
    world.travel(-ms);
  }
}
const limitOf = async (projectId: string) => {
  const { items } = (await ask(world, `GET /api/projects/${projectId}/quotas`, { token: developer })).body;
  return items.find(({ metric }: { metric: string }) => metric === "requests_per_day").limit;
};

describe("adding an override", () => {
  test("answers with it, is in force at once, and stands in the audit log", async () => {
    const projectId = await project();
    const endsAt = "2099-01-01T12:00:00+02:00";
    const { status, body } = await add(projectId, { endsAt });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^ovr_/),
      projectId,
      metric: "requests_per_day",
      limit: 1_000_000,
      reason: "launch",
      endsAt: "2099-01-01T10:00:00.000Z",
      state: "in_force",
      createdBy: expect.stringMatching(/^stf_/),
      endedAt: null,
    });
    expect(await limitOf(projectId)).toBe(1_000_000);
    const { items } = (await ask(world, `GET /api/admin/audit?target=${body.id}`, { token: viewer })).body;
    expect(items).toMatchObject([{ action: "addOverride", projectId, reason: "launch", after: { limit: 1_000_000 } }]);
  });

  test("may lie ahead: it starts and ends by its times, without any job", async () => {
    const projectId = await project();
    const [startsAt, endsAt] = [inMs(60_000), inMs(120_000)];
    expect((await add(projectId, { limit: 7, startsAt, endsAt })).body).toMatchObject({ state: "ahead", startsAt });
    expect(await limitOf(projectId)).toBe(500_000);
    expect(await later(60_000, () => limitOf(projectId))).toBe(7);
    expect(await later(120_000, () => limitOf(projectId))).toBe(500_000);
  });

  test("the newest of several counts", async () => {
    const projectId = await project();
    await add(projectId, { limit: 1 });
    const { body } = await add(projectId, { limit: 2 });
    expect(await limitOf(projectId)).toBe(2);
    await end(body.id);
    expect(await limitOf(projectId)).toBe(1);
  });

  test.each<[string, number, string, () => Promise<unknown>]>([
    ["a project there is not", 404, "project_not_found", () => add(unknownProject)],
    ["an end in the past", 422, "ends_in_the_past", async () => add(await project(), { endsAt: inMs(-1) })],
    [
      "an end before its start",
      422,
      "ends_before_it_starts",
      async () => add(await project(), { startsAt: inMs(9_000), endsAt: inMs(8_000) }),
    ],
    ["no end", 422, "invalid_input", async () => add(await project(), { endsAt: undefined })],
    ["a beginning in the past", 422, "starts_in_the_past", async () => add(await project(), { startsAt: inMs(-600_000) })],
    [
      "an end that is its beginning",
      422,
      "ends_before_it_starts",
      async () => add(await project(), { startsAt: "2099-01-01T00:00:00Z", endsAt: "2099-01-01T00:00:00Z" }),
    ],
    ["a limit beyond all figures", 422, "invalid_input", async () => add(await project(), { limit: 2 ** 53 })],
    ["less than nothing", 422, "invalid_input", async () => add(await project(), { limit: -1 })],
    ["an end that is no time", 422, "invalid_input", async () => add(await project(), { endsAt: "soon" })],
    ["an end before all time", 422, "invalid_input", async () => add(await project(), { endsAt: "0000-01-01T00:00:00Z" })],
    ["a metric there is not", 422, "invalid_input", async () => add(await project(), { metric: "mood" })],
    ["no reason", 422, "invalid_input", async () => add(await project(), { reason: "" })],
    ["who may only look", 403, "missing_role", async () => add(await project(), {}, viewer)],
    ["a developer", 403, "not_for_you", async () => add(await project(), {}, developer)],
  ])("refuses %s", async (_, status, code, request) => {
    expect(await request()).toMatchObject({ status, body: { code } });
  });
});

describe("an override that raises a limit by much", () => {
  const raise = async (more: object = {}) => {
    const projectId = await project();
    return { projectId, ...(await add(projectId, { limit: 5_000_001, ...more })).body };
  };
  const say = (what: "approve" | "reject", id: string, token = second) =>
    ask(world, `POST /api/admin/overrides/${id}/${what}`, { token, body: { reason: "seen" } });

  test("waits for somebody else, who then lets it begin", async () => {
    const { projectId, id, state, startsAt, endsAt } = await raise();
    expect(state).toBe("awaiting_approval");
    expect(await limitOf(projectId)).toBe(500_000);
    const [told] = await world.clone.query("select from outbox where template = 'override_requested' and project_id = $1", [projectId]);
    expect(told).toBeDefined();
    expect(await say("approve", id, operator)).toMatchObject({ status: 403, body: { code: "not_your_own_override" } });
    expect((await say("approve", id, viewer)).status).toBe(403);
    const { status, body } = await say("approve", id);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id, state: "in_force", approvedBy: expect.stringMatching(/^stf_/), endsAt },
    });
    expect(body.approvedBy).not.toBe(body.createdBy);
    expect(body.startsAt >= startsAt).toBe(true);
    expect(await limitOf(projectId)).toBe(5_000_001);
    const { items } = (await ask(world, `GET /api/admin/audit?target=${id}`, { token: viewer })).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(["approveOverride", "requestOverride"]);
    expect(await say("reject", id)).toMatchObject({ status: 409, body: { code: "not_awaiting_approval" } });
  });

  test("is rejected by somebody else, and never begins", async () => {
    const { projectId, id } = await raise();
    expect(await say("reject", id, operator)).toMatchObject({ status: 403 });
    expect((await say("reject", id)).body).toMatchObject({ state: "rejected", endReason: "seen" });
    expect(await limitOf(projectId)).toBe(500_000);
    const answers = await Promise.all([say("approve", id), say("approve", id)]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect((await ask(world, `GET /api/admin/projects/${projectId}/overrides`, { token: viewer })).body.items).toMatchObject([
      { id, state: "rejected" },
    ]);
  });

  test("is decided once when two do it at once", async () => {
    const { id } = await raise();
    const answers = await Promise.all([say("approve", id), say("reject", id), say("approve", id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test("expires when nobody approves it before its end", async () => {
    const { projectId, id } = await raise({ endsAt: inMs(60_000) });
    const read = () => ask(world, `GET /api/admin/projects/${projectId}/overrides`, { token: viewer });
    expect(await later(60_000, () => say("approve", id))).toMatchObject({ status: 409, body: { code: "override_over" } });
    expect((await later(60_000, read)).body.items).toMatchObject([{ id, state: "expired" }]);
  });

  test("needs nobody else up to ten times what quota or plan allow, whatever another override says", async () => {
    const projectId = await project();
    expect((await add(projectId, { limit: 5_000_000 })).body.state).toBe("in_force");
    expect((await add(projectId, { limit: 5_000_001 })).body.state).toBe("awaiting_approval");
  });

  test("can't be decided where there is none, or none that waits", async () => {
    const { id } = (await add(await project())).body;
    expect(await say("approve", id)).toMatchObject({ status: 409, body: { code: "not_awaiting_approval" } });
    expect(await say("approve", "ovr_01jh8x4q3efyxb0v1s2t3w4y5z")).toMatchObject({ status: 404, body: { code: "override_not_found" } });
  });
});

describe("lowering a limit", () => {
  const lower = (projectId: string, limit: number, more: object = {}) => add(projectId, { limit, confirm: undefined, ...more });
  const setQuota = (projectId: string, metric: string, body: object) =>
    ask(world, `PUT /api/admin/projects/${projectId}/quotas/${metric}`, { token: operator, body: { reason: "a test", ...body } });
  const used = (projectId: string, metric: string, daysAgo: number, total: number, peak = 0) =>
    world.clone.query(
      `insert into usage_metrics (project_id, metric, minute, total, peak_second)
       values ($1, $2, date_trunc('minute', now() - make_interval(days => $3)), $4, $5)`,
      [projectId, metric, daysAgo, total, peak],
    );

  test("by more than a tenth is asked back about, with who would be hit, and done when it is confirmed", async () => {
    const projectId = await project();
    await used(projectId, "requests", 2, 700);
    await used(projectId, "requests", 3, 1_200);
    await used(projectId, "requests", 9, 9_000);
    const { status, body } = await lower(projectId, 1_000);
    expect({ status, body }).toMatchObject({
      status: 409,
      body: {
        ...{ code: "confirmation_needed", projectId, metric: "requests_per_day", before: 500_000, limit: 1_000 },
        ...{ usedNow: 0, peakOfLast7Days: 1_200, refusedOfLast7Days: 200 },
        consequences: expect.arrayContaining([expect.stringContaining("sinks from 500,000 to 1,000")]),
      },
    });
    expect(await limitOf(projectId)).toBe(500_000);
    expect((await lower(projectId, 1_000, { confirm: false })).status).toBe(409);
    expect((await lower(projectId, 1_000, { confirm: true })).status).toBe(201);
    expect(await limitOf(projectId)).toBe(1_000);
  });

  test("by less than that needs no confirmation, unless more was used than it allows", async () => {
    const projectId = await project();
    expect((await lower(projectId, 450_000)).status).toBe(201);
    const busy = await project();
    await used(busy, "requests", 1, 460_000);
    expect((await lower(busy, 450_000)).body).toMatchObject({ code: "confirmation_needed", refusedOfLast7Days: 10_000 });
    expect((await lower(busy, 470_000)).status).toBe(201);
    expect((await lower(busy, 600_000)).status).toBe(201);
  });

  test.each<[string, string, number, (projectId: string) => Promise<unknown>, object]>([
    [
      "the busiest second",
      "requests_per_second",
      60,
      (id) => used(id, "requests", 1, 500, 90),
      { peakOfLast7Days: 90, refusedOfLast7Days: 30 },
    ],
    [
      "rows by day",
      "rows_written_per_day",
      100,
      (id) => used(id, "rows_written", 1, 250),
      { peakOfLast7Days: 250, refusedOfLast7Days: 150 },
    ],
    [
      "the most bytes",
      "database_bytes",
      1_000,
      async (id) => [await used(id, "database_bytes", 1, 5_000), await used(id, "writes", 1, 12)],
      { peakOfLast7Days: 5_000, refusedOfLast7Days: 12 },
    ],
  ])("of a quota counts %s", async (_, metric, limit, use, impact) => {
    const projectId = await project();
    await use(projectId);
    expect(await setQuota(projectId, metric, { limit })).toMatchObject({ status: 409, body: { code: "confirmation_needed", ...impact } });
    expect((await setQuota(projectId, metric, { limit, confirm: true })).status).toBe(200);
  });

  test("by taking a quota away is asked back about as well", async () => {
    const projectId = await project();
    expect((await setQuota(projectId, "requests_per_day", { limit: 900_000 })).status).toBe(200);
    const remove = (body: object) =>
      ask(world, `DELETE /api/admin/projects/${projectId}/quotas/requests_per_day`, {
        token: operator,
        body: { reason: "a test", ...body },
      });
    expect(await remove({})).toMatchObject({ status: 409, body: { code: "confirmation_needed", before: 900_000, limit: 500_000 } });
    expect((await remove({ confirm: true })).status).toBe(200);
  });
});

describe("ending an override early", () => {
  test("answers with it ended, and the limit before it counts again", async () => {
    const projectId = await project();
    const { id } = (await add(projectId)).body;
    expect(await end(id)).toMatchObject({
      status: 200,
      body: { id, state: "over", endReason: "the launch is over", endedAt: expect.any(String) },
    });
    expect(await limitOf(projectId)).toBe(500_000);
  });

  test("refuses one that is over, also when two end it at once, and one there is not", async () => {
    const { id } = (await add(await project())).body;
    expect((await Promise.all([end(id), end(id)])).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await end(id)).toMatchObject({ status: 409, body: { code: "override_over" } });
    expect(await end("ovr_01jh8x4q3efyxb0v1s2t3w4y5z")).toMatchObject({ status: 404, body: { code: "override_not_found" } });
    expect((await end(id, {})).status).toBe(422);
    expect((await end(id, { reason: "x" }, viewer)).status).toBe(403);
  });
});

test("staff list them page by page, newest first", async () => {
  const projectId = await project();
  for (const limit of [1, 2, 3]) await add(projectId, { limit });
  const read = (query: string) => ask(world, `GET /api/admin/projects/${projectId}/overrides?${query}`, { token: viewer });
  const first = (await read("limit=2")).body;
  const second = (await read(`limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ limit }: { limit: number }) => limit)).toEqual([3, 2, 1]);
  expect(await ask(world, `GET /api/admin/projects/${unknownProject}/overrides`, { token: viewer })).toMatchObject({ status: 404 });
});

test("a job notes in the audit log what has ended by its time", async () => {
  const projectId = await project();
  const { id, endsAt } = (await add(projectId, { endsAt: inMs(60_000) })).body;
  await later(60_000, () => world.work("noteEndedOverrides", {}));
  const { items } = (await ask(world, `GET /api/admin/audit?target=${id}`, { token: viewer })).body;
  expect(items[0]).toMatchObject({ action: "endOverride", actor: "job:noteEndedOverrides", reason: "its time was over" });
  const listed = (await ask(world, `GET /api/admin/projects/${projectId}/overrides`, { token: viewer })).body.items;
  expect(listed).toMatchObject([{ id, state: "over", endedAt: endsAt }]);
});

const noticesOf = async (projectId: string) =>
  (await ask(world, `GET /api/admin/projects/${projectId}/notices`, { token: operator })).body.items.map(
    ({ template, data }: { template: string; data: { after: number } }) => [template, data.after],
  );

test("the owner is told before a limit for a time ends, once, and when it has ended, with what limits the project then", async () => {
  const projectId = await project();
  const { body } = await add(projectId, { endsAt: inMs(3 * 86_400_000) });
  const { limit: after } = body.effective.after;
  const note = () => world.work("noteEndedOverrides", {});
  await note();
  expect(await noticesOf(projectId)).toEqual([]);
  for (let twice = 0; twice < 2; twice += 1) await later(2 * 86_400_000 + 60_000, note);
  expect(await noticesOf(projectId)).toEqual([["override_ending", after]]);
  await later(3 * 86_400_000 + 60_000, note);
  expect(await noticesOf(projectId)).toEqual([
    ["override_ended", after],
    ["override_ending", after],
  ]);
});

test("the owner is told when somebody ends it early, and of a short one when half of its time is left", async () => {
  const projectId = await project();
  const { id } = (await add(projectId, { endsAt: inMs(2 * 3_600_000) })).body;
  await later(3_700_000, () => world.work("noteEndedOverrides", {}));
  expect((await noticesOf(projectId)).map(([template]: [string]) => template)).toEqual(["override_ending"]);
  await ask(world, `POST /api/admin/overrides/${id}/end`, { token: operator, body: { reason: "done" } });
  expect((await noticesOf(projectId)).map(([template]: [string]) => template)).toEqual(["override_ended", "override_ending"]);
});

test("tells what limits the project before, while and after each", async () => {
  const projectId = await project();
  const at = (limit: number, from: number, to: number) =>
    add(projectId, { limit, startsAt: inMs(from * 3_600_000), endsAt: inMs(to * 3_600_000) });
  await at(300_000, 1, 10);
  const { body } = await at(600_000, 2, 4);
  const outer = { limit: 300_000, source: "override" };
  expect(body.effective).toEqual({ before: outer, during: { limit: 600_000, source: "override" }, after: outer });
  const waiting = (await at(9_000_000, 12, 13)).body;
  const plan = { limit: 500_000, source: "plan" };
  expect(waiting).toMatchObject({ state: "awaiting_approval", effective: { before: plan, during: { limit: 9_000_000 }, after: plan } });
  const { items } = (await ask(world, `GET /api/admin/projects/${projectId}/overrides`, { token: viewer })).body;
  expect(items.map(({ effective }: { effective: { after: unknown } }) => effective.after)).toEqual([plan, outer, plan]);
});

test.each([
  ["awaiting_approval", { startsAt: "2026-12-01", endsAt: "2027-01-03", endedAt: null, decision: null }],
  ["expired", { startsAt: "2026-12-01", endsAt: "2027-01-01", endedAt: null, decision: null }],
  ["rejected", { startsAt: "2026-12-01", endsAt: "2027-01-03", endedAt: "2026-12-02", decision: "rejected" as const }],
  ["ahead", { startsAt: "2027-01-02", endsAt: "2027-01-03", endedAt: null }],
  ["in_force", { startsAt: "2027-01-01", endsAt: "2027-01-03", endedAt: null }],
  ["over", { startsAt: "2026-12-01", endsAt: "2027-01-01", endedAt: null }],
  ["over", { startsAt: "2026-12-01", endsAt: "2027-03-01", endedAt: "2026-12-24" }],
])("on new year's day an override is %s: %j", (state, period) => {
  expect(stateAt(period, "2027-01-01")).toBe(state);
});
