import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readConfig } from "@nextmavens/api/platform/config";
import { openWorld, type World } from "../../api/test/world.ts";
import { openHere } from "./here.ts";
import { environmentOf, runImport } from "./test/run.ts";

let world: World;
const folder = mkdtempSync(join(tmpdir(), "nextmavens-here-"));
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const open = (environment: Readonly<Record<string, string>>) => {
  const read = readConfig(environment);
  if (!("config" in read)) throw new Error(read.problems.join());
  return openHere(read.config);
};

test("a folder without a platform is no place to import into, and stays empty", async () => {
  await expect(open({ DATA_DIR: join(folder, "data") })).rejects.toThrow(/there is no platform in .* yet: start it once/);
});

test("a database with another master key is not taken for ours", async () => {
  const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
  await expect(open({ ...environmentOf(world), MASTER_KEY })).rejects.toThrow("is not set up, or has another master key");
});

test("a database that is not up to date is told", async () => {
  await world.clone.query("delete from migrations where name = '0013_imports'");
  await expect(open(environmentOf(world))).rejects.toThrow("lacks 0013_imports: start the platform once, or npm run migrate");
  await world.clone.query("insert into migrations (name, run_on) values ('0013_imports', now())");
});

test("a source that can't be reached is told without its password", async () => {
  const failure = await runImport(world, "postgresql://somebody:hunter2@127.0.0.1:1/nowhere").catch((error: Error) => error.message);
  expect(failure).toMatch(/^the database of --from cannot be read: /);
  expect(failure).not.toContain("hunter2");
});
