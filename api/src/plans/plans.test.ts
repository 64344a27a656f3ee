import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let admin: string;
let operator: string;
beforeAll(async () => {
  world = await openWorld();
  admin = (await makeStaff(world, "admin")).token;
  operator = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

const read = (key: string) => ask(world, "GET /api/rest/", { apikey: key });
const setLimit = (plan: string, metric: string, limit: number, token = admin, more: object = { confirm: true }) =>
  ask(world, `PUT /api/admin/plans/${plan}/limits/${metric}`, { token, body: { limit, reason: "a test", ...more } });

describe("plans", () => {
  test("are listed with every limit", async () => {
    const { body } = await ask(world, "GET /api/admin/plans", { token: operator });
    expect(body.items.map(({ id, limits }: { id: string; limits: unknown[] }) => [id, limits.length])).toEqual([
      ["free", 10],
      ["internal", 10],
      ["pro", 10],
    ]);
  });

  test("limit their projects anew within moments of a change, which stands in the audit log", async () => {
    const { secret, developer } = await makeProject(world);
    const moved = await ask(world, `PUT /api/admin/developers/${developer.id}/plan`, {
      token: operator,
      body: { plan: "pro", reason: "They pay" },
    });
    expect(moved).toMatchObject({ status: 200, body: { developerId: developer.id, plan: "pro" } });
    expect((await read(secret.key)).status).toBe(200);
    expect(await setLimit("pro", "requests_per_day", 1)).toMatchObject({ status: 200, body: { id: "pro", revision: 2 } });
    expect(await read(secret.key)).toMatchObject({ status: 429, body: { metric: "requests_per_day", limit: 1, source: { kind: "plan" } } });
    await setLimit("pro", "requests_per_day", 20_000_000);
    expect((await read(secret.key)).status).toBe(200);
    const { items } = (await ask(world, "GET /api/admin/audit?target=plan:pro", { token: operator })).body;
    expect(items).toHaveLength(2);
  });

  test("keep what is not said, and refuse edits of something older", async () => {
    const path = "PUT /api/admin/plans/internal";
    const set = await ask(world, path, {
      ...{ token: admin, body: { projectsMax: 7, reason: "a test", confirm: true }, headers: { "if-match": '"1"' } },
    });
    expect(set).toMatchObject({ status: 200, body: { projectsMax: 7, queryMsMax: 55_000, revision: 2 } });
    const late = await ask(world, path, { token: admin, body: { projectsMax: 8, reason: "a test" }, headers: { "if-match": '"1"' } });
    expect(late).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
  });

  test("sink by much, or below what is used, only for who has seen whom that hits", async () => {
    const { id, developer } = await makeProject(world);
    await ask(world, `PUT /api/admin/developers/${developer.id}/plan`, { token: operator, body: { plan: "pro", reason: "They pay" } });
    const { body: plans } = await ask(world, "GET /api/admin/plans", { token: operator });
    const pro = plans.items.find((each: { id: string }) => each.id === "pro");
    const before = pro.limits.find(({ metric }: { metric: string }) => metric === "rows_written_per_day").limit;
    const unconfirmed = (limit: number) => setLimit("pro", "rows_written_per_day", limit, admin, {});
    expect((await unconfirmed(before - 1)).status).toBe(200);
    expect((await unconfirmed(before)).status).toBe(200);
    await world.clone.query(
      "insert into usage_metrics (project_id, metric, minute, total) values ($1, 'rows_written', date_trunc('minute', now()) - interval '2 days', $2)",
      [id, before],
    );
    expect(await unconfirmed(before - 1)).toMatchObject({
      status: 409,
      body: {
        ...{ code: "confirmation_needed", before, limit: before - 1, hitCount: 1 },
        hit: [{ projectId: id, usedNow: 0, peakOfLast7Days: before, refusedOfLast7Days: 1 }],
        consequences: [
          expect.stringMatching(/that the plan pro limits sinks from/),
          expect.stringMatching(/^1 of them used more/),
          expect.stringMatching(/^1 rows of the last 7 days/),
        ],
      },
    });
    expect(await unconfirmed(10)).toMatchObject({ status: 409, body: { hitCount: 1, hit: [{ refusedOfLast7Days: before - 10 }] } });
    expect((await setLimit("pro", "rows_written_per_day", before - 1)).status).toBe(200);
  });

  test("are smaller for a developer only for who has seen which of their projects that hits", async () => {
    const { id, developer } = await makeProject(world);
    const own = await makeProjectFor(world, developer.token);
    const quota = { limit: 2_000_000, reason: "a test" };
    await ask(world, `PUT /api/admin/projects/${own.id}/quotas/requests_per_day`, { token: operator, body: quota });
    const put = (plan: string, more: object = {}) =>
      ask(world, `PUT /api/admin/developers/${developer.id}/plan`, { token: operator, body: { plan, reason: "a test", ...more } });
    expect((await put("pro")).status).toBe(200);
    await world.clone.query(
      "insert into usage_metrics (project_id, metric, minute, total) values ($1, 'requests', date_trunc('minute', now()) - interval '2 days', 700000)",
      [id],
    );
    const { status, body } = await put("free");
    expect({ status, code: body.code, projects: body.projects }).toEqual({ status: 409, code: "confirmation_needed", projects: 2 });
    const perDay = body.limits.find(({ metric }: { metric: string }) => metric === "requests_per_day");
    // The other project has a limit of its own, which no plan reaches.
    expect(perDay).toMatchObject({ limit: 500_000, projectsCount: 1, hitCount: 1, hit: [{ projectId: id, peakOfLast7Days: 700_000 }] });
    expect(body.consequences).toContainEqual(
      expect.stringMatching(/^The limit of 1 project of this developer for requests per day sinks from/),
    );
    expect((await ask(world, `GET /api/developer/plan`, { token: developer.token })).body.id).toBe("pro");
    expect((await put("free", { confirm: true })).status).toBe(200);
    expect((await put("free")).status).toBe(200);
    expect((await put("pro")).status).toBe(200);
  });

  test("that allow fewer projects than developers have are told of as well", async () => {
    const { token } = await makeDeveloper(world);
    for (let n = 0; n < 2; n += 1) await makeProjectFor(world, token);
    const put = (body: object) => ask(world, "PUT /api/admin/plans/free", { token: admin, body: { reason: "a test", ...body } });
    expect(await put({ projectsMax: 1 })).toMatchObject({
      status: 409,
      body: {
        code: "confirmation_needed",
        developersAbove: 1,
        consequences: [expect.stringMatching(/^projectsMax sinks from \d+ to 1\.$/), expect.stringMatching(/^1 /)],
      },
    });
    expect((await put({ projectsMax: 9_999 })).status).toBe(200);
    expect(await put({ projectsMax: 10, queryMsMax: 5 })).toMatchObject({ status: 409, body: { developersAbove: 0 } });
    expect(await put({ projectsMax: 10, confirm: true })).toMatchObject({ status: 200, body: { projectsMax: 10 } });
  });

  test.each<[string, number, () => Promise<{ status: number }>]>([
    ["a plan there is not", 404, () => setLimit("gold", "keys", 1)],
    ["a metric there is not", 422, () => setLimit("free", "wishes", 1)],
    ["less than nothing", 422, () => setLimit("free", "keys", -1)],
    ["who may not", 403, () => setLimit("free", "keys", 1, operator)],
    [
      "a developer there is not",
      404,
      () =>
        ask(world, "PUT /api/admin/developers/dev_01jh8x4q3efyxb0v1s2t3w4y5z/plan", {
          token: operator,
          body: { plan: "pro", reason: "x" },
        }),
    ],
  ])("refuse %s", async (_, status, request) => {
    expect((await request()).status).toBe(status);
  });
});
