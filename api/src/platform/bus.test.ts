import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openWorld, type World } from "../../test/world.ts";
import { type Bus, startBus } from "./bus.ts";
import { loginOf } from "./db/server.ts";
import { makeLog } from "./log.ts";

let world: World;
let bus: Bus;
const heard: (string | undefined)[] = [];
beforeAll(async () => {
  world = await openWorld();
  bus = await startBus(loginOf(world.server, world.vault, "api"), makeLog("silent"));
  bus.onStale((projectId) => heard.push(projectId));
});
afterAll(async () => {
  await bus.stop();
  await world.close();
});

const until = async (isSo: () => boolean) => {
  const startedAt = performance.now();
  while (!isSo()) {
    if (performance.now() - startedAt > 8_000) throw new Error(`not so after 8 s; heard ${JSON.stringify(heard)}`);
    await sleep(2);
  }
  return performance.now() - startedAt;
};

test("what one process announces, another hears within 100 ms of its commit", async () => {
  await world.store.transact("platform", (db) => world.bus.announce(db, "prj_a"));
  expect(await until(() => heard.includes("prj_a"))).toBeLessThan(100);
});

test("what is rolled back is not heard", async () => {
  const failing = world.store.transact("platform", async (db) => {
    await world.bus.announce(db, "prj_b");
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await world.store.transact("platform", (db) => world.bus.announce(db, "prj_c"));
  await until(() => heard.includes("prj_c"));
  expect(heard).not.toContain("prj_b");
});

test("a lost message is noticed by its number, and all is taken for stale", async () => {
  heard.length = 0;
  await world.clone.query("update bus set seq = seq + 1");
  expect(await until(() => heard.includes(undefined))).toBeLessThan(5_000);
});

test("a cut connection makes all stale, and is made again", async () => {
  heard.length = 0;
  await world.clone.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'select seq from bus'",
  );
  await until(() => heard.includes(undefined));
  await until(() => bus.isTrusted());
  await sleep(1_200);
  heard.length = 0;
  await world.store.transact("platform", (db) => world.bus.announce(db, "prj_d"));
  await until(() => heard.includes("prj_d"));
});
