import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";
import { makeBodyBudget } from "./body-budget.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const refused = expect.objectContaining({ code: "bodies_waiting", status: 503 });

describe("the budget of bodies in memory", () => {
  test("keeps one project from taking all, and lets go what is released", () => {
    const budget = makeBodyBudget({ bytesMax: 100, bytesPerProjectMax: 40 });
    const first = budget.hold("a");
    first.take(30);
    expect(() => budget.hold("a").take(11)).toThrow(refused);
    expect(() => first.take(11)).toThrow(refused);
    budget.hold("b").take(40);
    expect(() => budget.hold("c").take(31)).toThrow(refused);
    first.release();
    first.release();
    budget.hold("c").take(40);
    budget.hold("a").take(20);
    expect(() => budget.hold("d").take(1)).toThrow(refused);
  });
});

describe("large bodies", () => {
  test("of one project stand in memory up to a budget; small ones and other projects' still pass", async () => {
    const send = (length: number, by = tenant) =>
      ask(world, "POST /api/rest/nowhere", { apikey: by.secret.key, body: { a: "x".repeat(length) } });
    const other = await tenantOf(world);
    const large = await Promise.all(Array.from({ length: 8 }, () => send(9_000_000)));
    expect(large.map(({ status }) => status)).toContain(503);
    expect(large.map(({ status }) => status)).toContain(404);
    expect(large.find(({ status }) => status === 503)?.body.code).toBe("bodies_waiting");
    expect([(await send(100)).status, (await send(9_000_000, other)).status, (await send(9_000_000)).status]).toEqual([404, 404, 404]);
  });
});
