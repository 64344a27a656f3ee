import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { routes } from "../entry/features.ts";
import { lift as liftOne, liftSuspension, refuse } from "../suspensions/index.ts";
import { perform } from "./action.ts";
import { eachOf } from "./each.ts";
import { newId } from "./ids.ts";

let world: World;
let operator: string;
let viewer: string;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
});
afterAll(() => world.close());

const unknown = "sus_01jh8x4q3efyxb0v1s2t3w4y5z";
const suspended = async () => {
  const { id: projectId, secret } = await makeProject(world);
  const body = { reason: "abuse", statement: "You sent spam." };
  const { body: made } = await ask(world, `POST /api/admin/projects/${projectId}/suspensions`, { token: operator, body });
  return { id: String(made.id), projectId, key: secret.key };
};
const lift = (ids: readonly string[], more: object = {}, token = operator) =>
  ask(world, "POST /api/admin/suspensions/lift", { token, body: { ids, reason: "settled by mail", ...more } });
const auditOf = async (target: string) => (await ask(world, `GET /api/admin/audit?target=${target}`, { token: viewer })).body.items;

describe("one thing done to many", () => {
  test("is done to each with an audit entry of its own, and what is refused of one leaves the others alone", async () => {
    const [one, two, over] = [await suspended(), await suspended(), await suspended()];
    expect((await lift([over.id])).body).toEqual({ done: 1, items: [{ id: over.id, isDone: true, refusal: null }] });
    const { status, body } = await lift([two.id, unknown, over.id, one.id, two.id]);
    expect(status).toBe(200);
    expect(body).toEqual({
      done: 2,
      items: [
        { id: two.id, isDone: true, refusal: null },
        { id: unknown, isDone: false, refusal: { code: "suspension_not_found", detail: expect.any(String) } },
        { id: over.id, isDone: false, refusal: { code: "suspension_over", detail: expect.any(String) } },
        { id: one.id, isDone: true, refusal: null },
      ],
    });
    for (const { id, key } of [one, two]) {
      const [entry] = await auditOf(id);
      expect(entry).toMatchObject({ action: "liftSuspension", reason: "settled by mail" });
      // Every process heard of it, as of a single one.
      expect((await ask(world, "GET /api/rest/", { apikey: key })).status).toBe(200);
    }
    expect((await auditOf(over.id)).filter(({ action }: Json) => action === "liftSuspension")).toHaveLength(1);
    expect(await auditOf(unknown)).toEqual([]);
  });

  test("that is refused of all changes nothing, and says so of each", async () => {
    const { status, body } = await lift([unknown]);
    expect([status, body.done, body.items[0].refusal.code]).toEqual([200, 0, "suspension_not_found"]);
  });

  test("leaves nothing of what one that is refused had begun", async () => {
    const [good, bad] = [await suspended(), await suspended()];
    const liftAllBut = eachOf(liftSuspension, async (own, input) => {
      await liftOne(own, input);
      if (input.suspensionId === bad.id) throw refuse("suspension_over");
    });
    const call = {
      operation: { id: "liftSuspensions", changes: true },
      actor: { kind: "staff", id: (await makeStaff(world, "operator")).id, role: "operator" },
      request: { id: newId("request"), address: undefined, userAgent: undefined },
    } as const;
    const { items } = await perform(world.engine, call, liftAllBut, { ids: [bad.id, good.id], reason: "settled" });
    expect(items.map(({ isDone }) => isDone)).toEqual([false, true]);
    const kept = async (table: string, of: string) => (await world.clone.query(`select from ${table} where ${of}`)).length;
    for (const [{ id, projectId }, count] of [
      [good, 1],
      [bad, 0],
    ] as const) {
      expect(await kept("suspensions", `id = '${id}' and lifted_at is not null`)).toBe(count);
      expect(await kept("audit_logs", `target = '${id}' and action = 'liftSuspension'`)).toBe(count);
      expect(await kept("notices", `template = 'suspension_lifted' and project_id = '${projectId}'`)).toBe(count);
    }
  });

  test("is done once for an Idempotency-Key, and told again", async () => {
    const { id } = await suspended();
    const again = () =>
      ask(world, "POST /api/admin/suspensions/lift", {
        ...{ token: operator, body: { ids: [id], reason: "settled by mail" } },
        headers: { "idempotency-key": `lift-${id}` },
      });
    const [first, second] = [await again(), await again()];
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  test.each<[string, number, () => Promise<{ status: number }>]>([
    ["nothing", 422, () => lift([])],
    ["more than 200", 422, () => lift(Array.from({ length: 201 }, () => unknown))],
    ["what is no id", 422, () => lift(["prj_01jh8x4q3efyxb0v1s2t3w4y5z"])],
    ["no reason", 422, () => lift([unknown], { reason: " " })],
    ["who may only look", 403, () => lift([unknown], {}, viewer)],
  ])("is refused for %s", async (_, status, request) => {
    expect((await request()).status).toBe(status);
  });

  test("can be everything that the console does to many, for the same staff", () => {
    const many = routes.map(({ operation }) => operation).filter(({ body }) => "ids" in body);
    expect(many.map(({ id }) => id).sort()).toEqual([
      ...["answerAppeals", "approveOverrides", "approveQuotaProposals", "endOverrides", "judgeDetections", "liftSuspensions"],
      ...["rejectOverrides", "rejectQuotaProposals", "removeDetectionRules", "removeFlags", "restoreAnyProjects", "retryMessages"],
      "revokeAnyKeys",
    ]);
  });
});
