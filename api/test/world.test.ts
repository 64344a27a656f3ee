import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a world has a signing key and a region before the first request", async () => {
  expect(world.engine.tokens.publicKeys()).toHaveLength(1);
  expect(await world.clone.query("select id from regions")).toEqual([{ id: "local" }]);
});
