import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { stateAt } from "./rules.ts";

let world: World;
let operator: string;
let viewer: string;
let developer: string;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  developer = (await makeDeveloper(world)).token;
});
afterAll(() => world.close());

const unknownProject = "prj_01jh8x4q3efyxb0v1s2t3w4y5z";
const project = async () => (await makeProjectFor(world, developer)).id;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const add = (projectId: string, more: object = {}, token = operator) =>
  ask(world, `POST /api/admin/projects/${projectId}/overrides`, {
    token,
    body: { metric: "requests_per_day", limit: 1_000_000, reason: "launch", endsAt: inMs(3_600_000), ...more },
  });
const end = (id: string, body: object = { reason: "the launch is over" }, token = operator) =>
  ask(world, `POST /api/admin/overrides/${id}/end`, { token, body });
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
    const [startsAt, endsAt] = [inMs(300), inMs(600)];
    expect((await add(projectId, { limit: 7, startsAt, endsAt })).body).toMatchObject({ state: "ahead", startsAt });
    expect(await limitOf(projectId)).toBe(500_000);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(startsAt) - Date.now() + 5));
    expect(await limitOf(projectId)).toBe(7);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(endsAt) - Date.now() + 5));
    expect(await limitOf(projectId)).toBe(500_000);
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
  const { id, endsAt } = (await add(projectId, { endsAt: inMs(100) })).body;
  await new Promise((resolve) => setTimeout(resolve, 120));
  await world.work("noteEndedOverrides", {});
  const { items } = (await ask(world, `GET /api/admin/audit?target=${id}`, { token: viewer })).body;
  expect(items[0]).toMatchObject({ action: "endOverride", actor: "job:noteEndedOverrides", reason: "its time was over" });
  const listed = (await ask(world, `GET /api/admin/projects/${projectId}/overrides`, { token: viewer })).body.items;
  expect(listed).toMatchObject([{ id, state: "over", endedAt: endsAt }]);
});

test.each([
  ["ahead", { startsAt: "2027-01-02", endsAt: "2027-01-03", endedAt: null }],
  ["in_force", { startsAt: "2027-01-01", endsAt: "2027-01-03", endedAt: null }],
  ["over", { startsAt: "2026-12-01", endsAt: "2027-01-01", endedAt: null }],
  ["over", { startsAt: "2026-12-01", endsAt: "2027-03-01", endedAt: "2026-12-24" }],
])("on new year's day an override is %s: %j", (state, period) => {
  expect(stateAt(period, "2027-01-01")).toBe(state);
});
