import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const countOf = async (table: string) => (await world.clone.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n;

test("an answer that showed a secret is gone after ten minutes, and what is still good stays", async () => {
  const { token, refreshToken } = await makeDeveloper(world);
  const body = { name: "ci", scopes: ["projects:read"] };
  await ask(world, "POST /api/developer/tokens", { token, body, headers: { "idempotency-key": "one" } });
  await ask(world, "POST /api/auth/login", { body: { email: "nobody@example.com", password: "wrong password" } });
  await world.work("forgetExpired", {});
  expect(await countOf("idempotency_keys")).toBe("1");
  world.travel(11 * 60_000);
  await world.work("forgetExpired", {});
  expect(await countOf("idempotency_keys")).toBe("0");
  expect((await ask(world, "POST /api/auth/refresh", { body: { refreshToken } })).status).toBe(200);
  world.travel(200 * 24 * 60 * 60_000);
  await world.work("forgetExpired", {});
  for (const table of ["throttle", "email_tokens", "refresh_tokens", "developer_sessions"]) expect(await countOf(table)).toBe("0");
});
