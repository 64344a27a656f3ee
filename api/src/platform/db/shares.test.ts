import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Login, type LoginLimits, type Logins, openLogins } from "./logins.ts";

let world: World;
let tenants: TestTenant[];
let logins: Logins;
beforeAll(async () => {
  world = await openWorld();
  tenants = [await tenantOf(world), await tenantOf(world), await tenantOf(world)];
});
afterAll(() => world.close());
afterEach(() => logins.close());

const open = (limits: Partial<LoginLimits>) => {
  logins = openLogins({ server: world.server, limits, repair: async () => undefined, onError: () => undefined });
};
const loginOf = (index: number, kind: "anon" | "user" | "service" = "anon", ownerId?: string): Login => {
  const [tenant] = tenants.slice(index);
  if (!tenant) throw new Error("no such tenant");
  return { ...tenant.login(kind), ownerId };
};
const hold = (login: Login, ms: number) => logins.use(login, (session) => session.command(`select pg_sleep(${ms / 1000})`));
const times = (n: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: n }, work));

test("a tenant's logins together have their part of all sessions, and another tenant is served at once", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 2, sessionsPerTenantMax: 3, sessionsPerOwnerMax: 8 });
  const attack = times(4, () => Promise.all((["anon", "user", "service"] as const).map((kind) => hold(loginOf(0, kind), 600))));
  await sleep(300);
  expect(logins.count().open).toBe(3);
  const began = performance.now();
  await hold(loginOf(1), 0);
  expect(performance.now() - began).toBeLessThan(300);
  await attack;
});

test("all tenants of one owner have their part together, each of its logins its turn", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 4, sessionsPerOwnerMax: 4 });
  const attack = times(4, () => Promise.all([0, 1].map((index) => hold(loginOf(index, "anon", "one"), 500))));
  await sleep(300);
  expect(logins.count().open).toBe(4);
  await hold(loginOf(2, "anon", "another"), 0);
  expect(logins.count().waiting).toBe(4);
  await attack;
});

test("a login that has none finds room that those who have some do not get", async () => {
  open({ sessionsMax: 10, sessionsPerLoginMax: 10 });
  const busy = times(12, () => hold(loginOf(0), 600));
  await sleep(400);
  expect(logins.count().open).toBe(9);
  const began = performance.now();
  await hold(loginOf(1), 0);
  expect(performance.now() - began).toBeLessThan(200);
  await busy;
});

test("a tenant at its limit gives up what it does not use to another of its logins", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 2, sessionsPerTenantMax: 2 });
  await times(2, () => hold(loginOf(0, "anon"), 50));
  await hold(loginOf(0, "service"), 0);
  expect(logins.count().open).toBe(2);
});
