import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";
import { longWork } from "../platform/db/cell.ts";
import type { Login } from "../platform/db/login.ts";
import { loginOf } from "../platform/db/server.ts";
import type { Log } from "../platform/log.ts";
import { startWatchdog, watchdogLimits } from "./watchdog.ts";

let world: World;
let watchdog: { stop(): Promise<void> };
const said: unknown[] = [];
beforeAll(async () => {
  world = await openWorld();
  const log = { warn: (message: string, more: object) => void said.push({ message, ...more }) } as unknown as Log;
  watchdog = startWatchdog(world.engine.cell, log, watchdogLimits(world.config));
});
afterAll(async () => {
  await watchdog.stop();
  await world.close();
});

const loginSettings = ({ database, user, password }: Login) => ({ database, user, password });
const holding = (taking: string) => `do $$ declare i int := 0; begin
  begin loop i := i + 1; ${taking} exit when i > 60000; end loop; exception when others then null; end;
  perform pg_sleep(8);
end $$`;
/** Of one tenant: others share the server with it, in other tests as well. */
const locksOf = async (tenantId: string) => {
  const held = "select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database where d.datname = 't_' || $1";
  return (await world.clone.query<{ n: number }>(held, [tenantId]))[0]?.n ?? 0;
};

test("a tenant who takes lock after lock is ended and named, and staff get in and suspend meanwhile", async () => {
  const attacker = await tenantOf(world);
  const other = await makeProject(world);
  const { email } = await makeStaff(world);
  const attack = ask(world, "POST /api/sql", {
    apikey: attacker.secret.key,
    body: { query: holding("execute format('create table hoard_%s ()', i);") },
  });
  while ((await locksOf(attacker.tenantId)) < 1_000) await sleep(10);
  const began = performance.now();
  const login = await ask(world, "POST /api/admin/auth/login", { body: { email, password: "correct horse battery" } });
  expect(login.status).toBe(200);
  expect((await ask(world, "POST /api/sql", { apikey: other.secret.key, body: { query: "create table mine ()" } })).status).toBe(200);
  const suspended = await ask(world, `POST /api/admin/projects/${attacker.id}/suspensions`, {
    token: login.body.accessToken,
    body: { reason: "abuse", statement: "It takes all locks." },
  });
  expect(suspended.status).toBe(201);
  expect((await attack).status).toBeGreaterThanOrEqual(400);
  expect(performance.now() - began).toBeLessThan(6_000);
  expect(await locksOf(attacker.tenantId)).toBeLessThan(2_000);
});

test("who holds many locks is ended within a moment, whoever else does nothing", async () => {
  const attacker = await makeProject(world);
  const { status } = await ask(world, "POST /api/sql", {
    apikey: attacker.secret.key,
    body: { query: holding("execute format('create table hoard_%s ()', i);") },
  });
  expect(status).toBeGreaterThanOrEqual(400);
  // The session hears of its end before the watchdog has written down that it ended it.
  for (let i = 0; i < 100 && said.length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toContainEqual(
    expect.objectContaining({
      message: expect.stringContaining("too many locks"),
      ended: [expect.stringMatching(/^t_\w{16}_(service|owner)$/)],
    }),
  );
});

test("what a login does on the platform's behalf is left alone, for as long as that is said", async () => {
  const worker = await tenantOf(world);
  const { user } = worker.login("owner");
  const control = new pg.Client(loginOf(world.server, world.vault, "api"));
  await control.connect();
  await control.query("select pg_advisory_lock($1, hashtext($2))", [longWork, user]);
  const hoarding = worker.sql(
    holding("execute format('create table hoard_%s ()', i);").replace("60000", "3000").replace("pg_sleep(8)", "pg_sleep(2)"),
  );
  await expect(hoarding).resolves.toBe(0);
  await control.end();
  await expect(worker.sql(holding("execute format('create table more_%s ()', i);"))).rejects.toThrow(/terminat/);
}, 40_000);

test("an import or export is given as long as its client takes, but not for ever", async () => {
  const { login, tenantId } = await tenantOf(world);
  const client = new pg.Client({ ...world.server, ...loginSettings(login("owner")) });
  client.on("error", () => undefined);
  await client.connect();
  const copying = client.query("copy (select 1 from pg_sleep(20)) to stdout").then(String, String);
  const others = { runningSeconds: 1, idleInTransactionSeconds: 1, tenantIds: [tenantId] };
  await sleep(2_000);
  expect(await world.engine.cell.endStraySessions({ ...others, copyingSeconds: 60 })).toEqual([]);
  expect(await world.engine.cell.endStraySessions({ ...others, copyingSeconds: 1 })).toEqual([login("owner").user]);
  expect(await copying).toMatch(/terminat/);
  await client.end().catch(() => undefined);
});

test("locks that need no object are not to be had", async () => {
  const { secret } = await makeProject(world);
  const answer = await ask(world, "POST /api/sql", { apikey: secret.key, body: { query: "select pg_advisory_lock(1)" } });
  expect(answer).toMatchObject({ body: { message: expect.stringContaining("permission denied for function pg_advisory_lock") } });
});
