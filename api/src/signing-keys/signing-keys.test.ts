import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createLocalJWKSet, jwtVerify } from "jose";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const jwks = async () => (await ask(world, "GET /api/auth/.well-known/jwks.json")).body;

test("an access token verifies against the published keys", async () => {
  const { token, id } = await makeDeveloper(world);
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await jwks()), {
    issuer: world.engine.tokens.issuer,
    audience: "developer",
  });
  expect(payload.sub).toBe(id);
  expect(protectedHeader.alg).toBe("ES256");
});

test("after a rotation new tokens carry the new key, and old ones still serve", async () => {
  const [before, admin] = [await makeDeveloper(world), await makeStaff(world)];
  const { status, body } = await ask(world, "POST /api/admin/signing-keys/rotate", { token: admin.token });
  expect(status).toBe(201);
  const after = await makeDeveloper(world);
  const kidOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
  expect(kidOf(after.token)).toBe(body.kid);
  expect(kidOf(before.token)).not.toBe(body.kid);
  for (const { token } of [before, after]) expect((await ask(world, "GET /api/developer", { token })).status).toBe(200);
  expect((await jwks()).keys).toHaveLength(2);
  expect(JSON.stringify(await jwks())).not.toContain('"d"');
});
