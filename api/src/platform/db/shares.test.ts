import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { until } from "../../../test/until.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Login, type LoginLimits, type Logins, openLogins } from "./logins.ts";
import type { Server } from "./server.ts";

let world: World;
let tenants: TestTenant[];
let logins: Logins;
beforeAll(async () => {
  world = await openWorld();
  tenants = [await tenantOf(world), await tenantOf(world), await tenantOf(world)];
});
afterAll(() => world.close());
/** Lets go what a test that failed still holds. */
let letGoOfAll = () => {};
afterEach(() => {
  letGoOfAll();
  return logins.close();
});

const open = (limits: Partial<LoginLimits>, server: Pick<Server, "host" | "port" | "ssl"> = world.server) => {
  logins = openLogins({ server, limits, repair: async () => undefined, end: async () => undefined, onError: () => undefined });
};
const loginOf = (index: number, kind: "anon" | "user" | "service" = "anon", ownerId?: string): Login => {
  const [tenant] = tenants.slice(index);
  if (!tenant) throw new Error("no such tenant");
  return { ...tenant.login(kind), ownerId };
};
/** Holds a session from when it has one until it is let go. */
const holder = () => {
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  letGoOfAll = letGo;
  let held = 0;
  const hold = (login: Login) =>
    logins.use(login, async () => {
      held += 1;
      await promise;
    });
  return { hold, letGo, held: () => held };
};
const times = (n: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: n }, work));
const ask = (login: Login) => logins.use(login, (session) => session.command("select 1"));

test("a tenant's logins together have their part of all sessions, and another tenant is served meanwhile", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 2, sessionsPerTenantMax: 3, sessionsPerOwnerMax: 8 });
  const { hold, letGo, held } = holder();
  const attack = times(4, () => Promise.all((["anon", "user", "service"] as const).map((kind) => hold(loginOf(0, kind)))));
  await until(() => held() === 3);
  await ask(loginOf(1));
  expect([held(), logins.count()]).toEqual([3, { open: 4, waiting: 9 }]);
  letGo();
  await attack;
});

test("all tenants of one owner have their part together, each of its logins its turn", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 4, sessionsPerOwnerMax: 4 });
  const { hold, letGo, held } = holder();
  const attack = times(4, () => Promise.all([0, 1].map((index) => hold(loginOf(index, "anon", "one")))));
  await until(() => held() === 4);
  await ask(loginOf(2, "anon", "another"));
  expect([held(), logins.count()]).toEqual([4, { open: 5, waiting: 4 }]);
  letGo();
  await attack;
});

test("a login that has none finds room that those who have some do not get", async () => {
  open({ sessionsMax: 10, sessionsPerLoginMax: 10 });
  const { hold, letGo, held } = holder();
  const busy = times(12, () => hold(loginOf(0)));
  await until(() => held() === 9);
  await ask(loginOf(1));
  expect([held(), logins.count().waiting]).toEqual([9, 3]);
  letGo();
  await busy;
});

test("a login keeps its only session while another has one that it did not need of late, however much more the other is asked", async () => {
  open({ sessionsMax: 3 });
  await Promise.all([ask(loginOf(0)), ask(loginOf(0))]);
  for (let i = 0; i < 50; i += 1) await ask(loginOf(0));
  const backendOf = (login: Login) => logins.use(login, async ({ pid }) => pid);
  const only = await backendOf(loginOf(1));
  await sleep(1_100);
  await ask(loginOf(2));
  expect(await backendOf(loginOf(1))).toBe(only);
  expect(logins.count().open).toBe(3);
});

test("a login that has a session takes another's only one after a moment, not at once", async () => {
  open({ sessionsMax: 2 });
  const backendOf = (login: Login) => logins.use(login, async ({ pid }) => pid);
  const only = await backendOf(loginOf(1));
  const { hold, letGo, held } = holder();
  const both = Promise.all([hold(loginOf(0)), hold(loginOf(0))]);
  await until(() => held() === 1);
  expect(await backendOf(loginOf(1))).toBe(only);
  await until(() => held() === 2);
  letGo();
  await both;
});

test("a login that wants more costs others one session each, and none for the room kept for those who have none", async () => {
  open({ sessionsMax: 10 });
  const { hold, letGo, held } = holder();
  const first = times(2, () => hold(loginOf(0)));
  await until(() => held() === 2);
  const others = ([0, 1, 2] as const).flatMap((index) => (["anon", "user", "service"] as const).map((kind) => loginOf(index, kind)));
  await Promise.all(others.slice(1).map(ask));
  expect(logins.count().open).toBe(10);
  const second = times(2, () => hold(loginOf(1)));
  await until(() => held() === 4);
  expect(logins.count().open).toBe(10);
  letGo();
  await Promise.all([first, second]);
});

test("a tenant at its limit gives up what it does not use to another of its logins", async () => {
  open({ sessionsMax: 8, sessionsPerLoginMax: 2, sessionsPerTenantMax: 2 });
  const { hold, letGo, held } = holder();
  const both = times(2, () => hold(loginOf(0, "anon")));
  await until(() => held() === 2);
  letGo();
  await both;
  await ask(loginOf(0, "service"));
  expect(logins.count().open).toBe(2);
});

test("two logins that both want the only session get it in turns, however long each takes to open", async () => {
  const { host, port } = world.server;
  const slow = createServer((near) => {
    const far = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const end of [near, far]) end.on("error", () => undefined).on("close", () => (end === near ? far : near).destroy());
    far.pipe(near);
    // Longer than anybody's patience with a login that holds what it wants.
    setTimeout(() => near.pipe(far), 400);
  });
  await new Promise<void>((listening) => slow.listen(0, "127.0.0.1", listening));
  const server = { ...world.server, host: "127.0.0.1", port: (slow.address() as AddressInfo).port };
  open({ sessionsMax: 1 }, server);
  const outcomes = await Promise.allSettled([0, 1, 0, 1].map((index) => ask(loginOf(index))));
  await logins.close();
  slow.close();
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
});
