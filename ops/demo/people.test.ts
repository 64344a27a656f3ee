import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openWorld, type World } from "../../api/test/world.ts";
import { appsOf } from "./app.ts";
import { type Ground, openGround } from "./ground.ts";
import { staff } from "./house.ts";
import { addStaff, People } from "./people.ts";
import { DemoRecord } from "./record.ts";

let world: World;
let ground: Ground;
beforeAll(async () => {
  world = await openWorld({ STAFF_MFA: "required" });
  ground = openGround(world, world.url);
});
afterAll(async () => {
  await ground?.close();
  await world?.close();
});

test("where staff must have an authenticator app, the demo's have one, also for a further run", async () => {
  const record = await DemoRecord.begin(ground.owner, { seed: 1, scale: 1, madeAt: world.engine.clock().toISOString() });
  const people = new People(ground);
  for (const each of staff) await addStaff(ground, record, people, each);
  expect((await (await people.staff("operator")).listAllProjects({})).items).toEqual([]);
  const apps = await appsOf(
    ground,
    staff.map(({ email }) => email),
  );
  expect(apps).toEqual(
    ["admin", "operator"].map((name) => ({ email: `${name}@demo.example.com`, key: expect.stringMatching(/^[A-Z2-7]{16,}$/) })),
  );
  world.travel(60_000);
  const { items } = await (await new People(ground).staff("admin")).listStaff({});
  expect(items.filter(({ status }) => status === "active")).toHaveLength(staff.length - 1);
});
