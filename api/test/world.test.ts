import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "./ask.ts";
import { makeProject, makeStaff } from "./make.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a world has a signing key and a region before the first request", async () => {
  expect((await ask(world, "GET /api/auth/.well-known/jwks.json")).body.keys).toHaveLength(1);
  expect(await world.clone.query("select id from regions")).toEqual([{ id: "local" }]);
});

test("a world makes staff, developers, and projects with their tenant and keys", async () => {
  const { id, secret } = await makeProject(world);
  expect(secret.key).toMatch(/^nm_sk_/);
  const { token } = await makeStaff(world, "viewer");
  expect((await ask(world, "GET /api/admin/staff", { token })).status).toBe(200);
  expect(await world.clone.query("select state from tenants where project_id = $1", [id])).toEqual([{ state: "ready" }]);
});

test("a world does the jobs that are due when it is told to", async () => {
  await world.work();
  await world.work("resumeTenants");
  await expect(world.work("nothing of the kind")).rejects.toThrow("there is no job");
});
