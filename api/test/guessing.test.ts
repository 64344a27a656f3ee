import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newCode } from "../src/break-glass/code.ts";
import { ask } from "./ask.ts";
import { makeDeveloper, makeStaff } from "./make.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const doors: readonly (readonly [string, string, () => Promise<object>])[] = [
  ["staff", "POST /api/admin/auth/login", async () => ({ email: (await makeStaff(world)).email, password: "guessed" })],
  ["developers", "POST /api/auth/login", async () => ({ email: (await makeDeveloper(world)).email, password: "guessed" })],
  [
    "whoever has a sealed code",
    "POST /api/admin/break-glass/sessions",
    async () => ({
      ...{ holder: "ada@example.com", code: newCode().printed },
      totp: "123456",
      reason: "x",
      incident: "y",
    }),
  ],
];

test.each(doors)("the addresses of one /64 guess together at the door of %s, and shut out nobody in another", async (_, at, bodyFor) => {
  const body = await bodyFor();
  const guess = async (address: string) => (await ask(world, at, { body, headers: { "x-forwarded-for": address } })).status;
  const statuses = [];
  for (let i = 1; i <= 11; i++) statuses.push(await guess(`2001:db8:0:7:${i}::${i}`));
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  expect(await guess("2001:db8:0:8::1")).toBe(401);
  for (let i = 1; i <= 10; i++) await guess("203.0.113.9");
  expect([await guess("::ffff:203.0.113.9"), await guess("::ffff:203.0.113.10")]).toEqual([429, 401]);
});
