import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let staff: string;
let walked: { id: string };
let honest: { id: string };
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
  const { token } = await makeDeveloper(world);
  walked = await makeProjectFor(world, token, "Walked");
  honest = await makeProjectFor(world, token);
  for (let minute = 0; minute < 10; minute += 1) {
    const names = Array.from({ length: 10 }, (_, at) => `name${minute}-${at}`);
    await record(walked.id, at(minute), { counts: { requests: 20, notFound: 10, clientErrors: 10 }, distinct: { missingTargets: names } });
    await record(honest.id, at(minute), { counts: { requests: 50 }, distinct: { targets: ["todos"] } });
    await record(honest.id, at(minute + 30), { counts: { requests: 1_000 } });
  }
  await world.clone.query("insert into usage_hours values ($1, 'requests', '2026-03-01', 1, 1)", [honest.id]);
});
afterAll(() => world.close());

const from = "2026-03-02T00:00:00.000Z";
const to = "2026-03-04T00:00:00.000Z";
const at = (minute: number) => new Date(Date.parse("2026-03-02T10:00:00.000Z") + minute * 60_000).toISOString();
const record = (projectId: string, startsAt: string, tally: object) =>
  world.clone.query(
    "insert into feature_windows (subject_kind, subject_id, starts_at, tally, written_at) values ('project', $1, $2, $3, $2)",
    [projectId, startsAt, JSON.stringify({ counts: {}, distinct: {}, bodies: {}, endpoints: {}, ...tally })],
  );

const terms = { mode: "act", level: "throttled", durationSeconds: 300, cooldownSeconds: 600 };
const walking = (expression: string) => ({ ...terms, settings: { subject: "project", expression, windowSeconds: 300 } });
const backtest = (change: object, range: object = { from, to }) =>
  ask(world, "POST /api/admin/backtests", { token: staff, body: { change: { kind: "rule", ...change }, ...range } });

describe("a rule tried on what was recorded", () => {
  test("tells who would have been found, when, for how long, how hard, and what would have followed", async () => {
    const { status, body } = await backtest({ rule: walking("missingTargets >= 25 && missingTargets > targets") });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ kind: "rule", from, to, evaluatedFrom: at(0), subjectKind: "project", subjectsTested: 2, stepSeconds: 60 },
        ...{ tells: "owner", sanction: "throttled" },
        found: [
          {
            ...{ projectId: walked.id, name: "Walked", isFoundNow: null, firstAt: at(3), minutes: 10, worst: 1, detectionsCount: 1 },
            detections: [
              {
                ...{
                  from: at(3),
                  to: at(13),
                  endpoint: null,
                  inputs: { windowSeconds: 300, features: { missingTargets: 30, targets: 0 } },
                },
                sanctions: [
                  { level: "throttled", from: at(3), to: at(8) },
                  { level: "throttled", from: at(8), to: at(13) },
                ],
              },
            ],
            ...{ sanctionsCount: 2, sanctionMinutes: 10 },
          },
        ],
        days: [
          { day: from, isRecorded: false, subjects: 1, detections: 1, sanctions: 2 },
          { day: "2026-03-03T00:00:00.000Z", isRecorded: true, subjects: 0, detections: 0, sanctions: 0 },
        ],
      },
    });
  });

  test("says what is not recorded for as long as the rule looks back", async () => {
    const { body } = await backtest({ rule: walking("missingTargets >= 25") });
    expect(body.lacks).toEqual([
      {
        what: "requests",
        name: null,
        neededFrom: "2026-03-01T23:55:00.000Z",
        recordedFrom: at(0),
        consequence: expect.stringMatching(/not looked at/),
      },
    ]);
    const spike = { ...terms, settings: { metric: "requests", threshold: 8, floor: 100 } };
    const later = await backtest({ rule: spike }, { from: at(20), to });
    expect(later.body.lacks.map(({ what }: { what: string }) => what)).toEqual(["usage_by_hour"]);
    const never = await backtest({ rule: spike }, { from: "2026-02-01T00:00:00Z", to: "2026-02-02T00:00:00Z" });
    expect(never.body).toMatchObject({ evaluatedFrom: null, found: [], days: [{ isRecorded: false }] });
  });

  test("may look for what is far above the usual", async () => {
    const spike = { ...terms, mode: "warn", level: "warned", settings: { metric: "requests", threshold: 8, floor: 1_500 } };
    const { body } = await backtest({ rule: spike });
    expect(body.found).toMatchObject([
      {
        projectId: honest.id,
        detections: [{ from: at(39), to: at(47), inputs: { baseline: { from: "plan" }, values: expect.any(Array) } }],
      },
    ]);
    expect(body.found[0].worst).toBeGreaterThan(1);
  });

  test("is compared with the rule as it is saved", async () => {
    const rules = await ask(world, "GET /api/admin/detection-rules", { token: staff });
    const saved = rules.body.items.find(({ key }: { key: string }) => key === "names_walked");
    const { body } = await backtest({ ruleId: saved.id, rule: walking("requests >= 100") });
    const foundNow = Object.fromEntries(
      body.found.map(({ projectId, isFoundNow }: { projectId: string; isFoundNow: boolean }) => [projectId, isFoundNow]),
    );
    expect(foundNow).toEqual({ [walked.id]: true, [honest.id]: false });
  });

  test("only warns, or notes, where it says so; and of one project where one is named", async () => {
    const observed = await backtest({ projectId: walked.id, rule: { ...walking("requests >= 100"), mode: "observe" } });
    expect(observed.body).toMatchObject({ tells: "nobody", sanction: null, found: [{ projectId: walked.id, sanctionsCount: 0 }] });
    expect(observed.body.subjectsTested).toBe(1);
  });

  test("finds the same when minutes are summed", async () => {
    const change = { rule: walking("missingTargets >= 25 && missingTargets > targets") };
    const before = await backtest(change);
    await world.work("summariseFeatures", {});
    const after = await backtest(change);
    expect(after.body.found).toEqual(before.body.found);
    expect(after.body.rowsRead).toBeLessThan(before.body.rowsRead);
  });
});

test.each<[string, number, string, () => object]>([
  ["an expression that can't be read", 422, "invalid_expression", () => ({ rule: walking("missingTargets >= ") })],
  ["one that matches everything", 422, "invalid_expression", () => ({ rule: walking("requests >= 0") })],
  [
    "a project there is not",
    404,
    "project_not_found",
    () => ({ projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z", rule: walking("missingTargets >= 25") }),
  ],
  [
    "a saved rule there is not",
    404,
    "rule_not_found",
    () => ({ ruleId: "rul_01jh8x4q3efyxb0v1s2t3w4y5z", rule: walking("missingTargets >= 25") }),
  ],
  [
    "sanctions on networks",
    422,
    "networks_have_no_sanctions",
    () => ({ rule: { ...terms, settings: { subject: "network", expression: "failedKeys >= 100", windowSeconds: 300 } } }),
  ],
  [
    "one project of a rule about networks",
    422,
    "networks_have_no_projects",
    () => ({
      projectId: walked.id,
      rule: { ...terms, mode: "warn", settings: { subject: "network", expression: "failedKeys >= 100", windowSeconds: 300 } },
    }),
  ],
  ["settings that are none", 422, "invalid_input", () => ({ rule: { ...terms, settings: { metric: "smiles" } } })],
])("refuses %s", async (_, status, code, change) => {
  expect(await backtest(change())).toMatchObject({ status, body: { code } });
});
