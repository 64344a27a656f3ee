import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let staff: string;
let viewer: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
});
afterAll(() => world.close());

const from = "2026-03-01T00:00:00.000Z";
const to = "2026-03-08T00:00:00.000Z";
const backtest = (change: object, more: object = { from, to }, token = staff) =>
  ask(world, "POST /api/admin/backtests", { token, body: { change, ...more } });
const project = async () => (await makeProjectFor(world, (await makeDeveloper(world)).token)).id;
/** Rows of `[metric, minute, total, peak of a second]`. */
const record = (projectId: string, rows: readonly (readonly [string, string, number, number?])[]) =>
  Promise.all(
    rows.map(([metric, minute, total, peak = 0]) =>
      world.clone.query("insert into usage_metrics (project_id, metric, minute, total, peak_second) values ($1, $2, $3, $4, $5)", [
        ...[projectId, metric, minute, total, peak],
      ]),
    ),
  );
const quota = (projectId: string, metric: string, limit: number) => ({ kind: "quota", projectId, metric, limit });

describe("a limit per day, tried on what was recorded", () => {
  test("hits from the minute in which it is exceeded until midnight, by what goes beyond it", async () => {
    const id = await project();
    await record(id, [
      ["requests", "2026-03-02T10:00:00Z", 60],
      ["requests", "2026-03-02T10:01:00Z", 50],
      ["requests_refused_quota", "2026-03-02T11:00:00Z", 20],
      ["requests", "2026-03-03T10:00:00Z", 100],
      ["rows_written", "2026-03-03T10:00:00Z", 1_000_000],
    ]);
    const { status, body } = await backtest(quota(id, "requests_per_day", 100));
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        rowsRead: 4,
        projectsTested: 1,
        projects: [
          {
            ...{ projectId: id, limitNow: 500_000, limitTried: 100, isHitNow: false, minutes: 839, refused: 30, worst: 130, hitsCount: 1 },
            hits: [{ from: "2026-03-02T10:01:00.000Z", to: "2026-03-03T00:00:00.000Z", worst: 130, refused: 30 }],
          },
        ],
      },
    });
    expect(
      body.days.map(({ day, projects, refused }: { day: string; projects: number; refused: number }) => [
        day.slice(0, 10),
        projects,
        refused,
      ]),
    ).toEqual([
      ...[
        ["2026-03-01", 0, 0],
        ["2026-03-02", 1, 30],
        ["2026-03-03", 0, 0],
        ["2026-03-04", 0, 0],
      ],
      ...[
        ["2026-03-05", 0, 0],
        ["2026-03-06", 0, 0],
        ["2026-03-07", 0, 0],
      ],
    ]);
  });

  test("says who is hit by the present limit as well, and leaves out what an override had set aside", async () => {
    const id = await project();
    await record(id, [
      ["requests", "2026-03-02T10:00:00Z", 600_000],
      ["requests", "2026-03-04T10:00:00Z", 600_000],
    ]);
    await world.clone.query(
      `insert into manual_overrides (id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at)
       values ('ovr_01jh8x4q3efyxb0v1s2t3w4y5z', $1, 'requests_per_day', 9999999, 'a launch', '2026-03-04', '2026-03-05', 'test', '2026-03-01')`,
      [id],
    );
    const { body } = await backtest(quota(id, "requests_per_day", 1_000));
    expect(body.projects).toMatchObject([{ isHitNow: true, hitsCount: 1, hits: [{ from: "2026-03-02T10:00:00.000Z" }] }]);
  });
});

test("a limit per second hits in each run of minutes with a busier second", async () => {
  const id = await project();
  await record(id, [
    ["requests", "2026-03-02T10:00:00Z", 900, 30],
    ["requests", "2026-03-02T10:05:00Z", 900, 45],
    ["requests", "2026-03-02T10:10:00Z", 900, 20],
    ["requests", "2026-03-02T12:00:00Z", 900, 31],
  ]);
  const { body } = await backtest(quota(id, "requests_per_second", 20));
  expect(body.projects[0].hits).toEqual([
    { from: "2026-03-02T10:00:00.000Z", to: "2026-03-02T10:06:00.000Z", worst: 45, refused: 35 },
    { from: "2026-03-02T12:00:00.000Z", to: "2026-03-02T12:01:00.000Z", worst: 31, refused: 11 },
  ]);
});

test("a cap on bytes hits while the level lies beyond it, and no longer than the range", async () => {
  const id = await project();
  await record(id, [
    ["database_bytes", "2026-03-07T23:40:00Z", 900],
    ["database_bytes", "2026-03-07T23:50:00Z", 1_200],
    ["database_bytes", "2026-03-07T23:59:00Z", 1_300],
  ]);
  const { body } = await backtest(quota(id, "database_bytes", 1_000));
  expect(body.projects[0]).toMatchObject({ worst: 1_300, refused: 0, minutes: 10, hits: [{ to }] });
});

test("a plan's limit concerns those of the plan that have none of their own", async () => {
  const [free, own] = [await project(), await project()];
  for (const id of [free, own]) await record(id, [["rows_written", "2026-03-02T10:00:00Z", 50]]);
  await ask(world, `PUT /api/admin/projects/${own}/quotas/rows_written_per_day`, {
    token: staff,
    body: { limit: 5_000_000, reason: "a test" },
  });
  const { body } = await backtest({ kind: "plan", plan: "free", metric: "rows_written_per_day", limit: 10 });
  const hit = body.projects.map(({ projectId }: { projectId: string }) => projectId);
  expect([hit.includes(free), hit.includes(own)]).toEqual([true, false]);
});

test.each<[string, number, string, () => Promise<{ status: number; body: { code: string } }>]>([
  ["a project there is not", 404, "project_not_found", () => backtest(quota("prj_01jh8x4q3efyxb0v1s2t3w4y5z", "requests_per_day", 1))],
  ["a plan there is not", 404, "plan_not_found", () => backtest({ kind: "plan", plan: "gold", metric: "requests_per_day", limit: 1 })],
  ["a metric there is not", 422, "invalid_input", () => backtest({ kind: "plan", plan: "free", metric: "smiles", limit: 1 })],
  ["a negative limit", 422, "invalid_input", () => backtest({ kind: "plan", plan: "free", metric: "requests_per_day", limit: -1 })],
  [
    "a range that ends before it begins",
    422,
    "empty_range",
    async () => backtest(quota(await project(), "requests_per_day", 1), { from: to, to: from }),
  ],
  [
    "a range too long",
    422,
    "range_too_long",
    async () => backtest(quota(await project(), "requests_per_day", 1), { from: "2025-01-01T00:00:00Z", to }),
  ],
  ["who may only look", 403, "missing_role", async () => backtest(quota(await project(), "requests_per_day", 1), { from, to }, viewer)],
])("refuses %s", async (_, status, code, request) => {
  expect(await request()).toMatchObject({ status, body: { code } });
});
