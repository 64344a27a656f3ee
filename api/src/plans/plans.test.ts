import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
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
const setLimit = (plan: string, metric: string, limit: number, token = admin) =>
  ask(world, `PUT /api/admin/plans/${plan}/limits/${metric}`, { token, body: { limit, reason: "a test" } });

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
    const set = await ask(world, path, { token: admin, body: { projectsMax: 7, reason: "a test" }, headers: { "if-match": '"1"' } });
    expect(set).toMatchObject({ status: 200, body: { projectsMax: 7, queryMsMax: 55_000, revision: 2 } });
    const late = await ask(world, path, { token: admin, body: { projectsMax: 8, reason: "a test" }, headers: { "if-match": '"1"' } });
    expect(late).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
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
