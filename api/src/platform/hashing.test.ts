import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { z } from "zod";
import type { World } from "../../test/world.ts";
import { sql } from "./db/sql.ts";

/** Hashing a password takes long, and sessions of the database are few. */
const inTransaction = new AsyncLocalStorage<true>();
let hashings: { readonly what: string; readonly holdsSession: boolean }[] = [];

type Argon2 = typeof import("@node-rs/argon2");
const argon2 = createRequire(import.meta.url)("@node-rs/argon2") as Argon2;
const note = (what: string) => hashings.push({ what, holdsSession: inTransaction.getStore() ?? false });
jest.unstable_mockModule("@node-rs/argon2", () => ({
  hash(...given: Parameters<Argon2["hash"]>) {
    note("hash");
    return argon2.hash(...given);
  },
  verify(...given: Parameters<Argon2["verify"]>) {
    note("verify");
    return argon2.verify(...given);
  },
}));
// After it is known what stands for the library.
const { openWorld } = await import("../../test/world.ts");
const { ask } = await import("../../test/ask.ts");
const { makeStaff } = await import("../../test/make.ts");
const { sealFor } = await import("../../test/sealed.ts");

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { transact } = world.store;
  world.store.transact = (scope, work) => transact(scope, (db) => inTransaction.run(true, () => work(db)));
});
afterAll(() => world.close());

/** How the passwords of one request were looked at. */
async function hashingsOf(at: string, body: object, token?: string) {
  hashings = [];
  const { status } = await ask(world, at, { body, ...(token !== undefined && { token }) });
  return [status, ...hashings.map(({ what, holdsSession }) => (holdsSession ? `${what} in a transaction` : what))];
}

const mailedToken = async () => {
  const newest = sql`select body from outbox where template = 'reset-email' order by id desc limit 1`;
  const { body } = await world.store.transact("platform", (db) => db.one(z.object({ body: z.string() }), newest));
  return /nm_et_\w+/.exec(body)?.[0];
};

test("no session of the database is held while a password is hashed", async () => {
  const [email, password] = ["ann@example.com", "long enough"];
  const credentials = { email, password };
  expect(await hashingsOf("POST /api/auth/register", { ...credentials, name: "Ann" })).toEqual([201, "hash"]);
  expect(await hashingsOf("POST /api/auth/login", { email: "nobody@example.com", password })).toEqual([401, "hash", "verify"]);
  expect(await hashingsOf("POST /api/auth/login", { email: "nobody@example.com", password })).toEqual([401, "verify"]);
  expect(await hashingsOf("POST /api/auth/login", { email, password: "another one" })).toEqual([401, "verify"]);
  expect(await hashingsOf("POST /api/auth/login", credentials)).toEqual([200, "verify"]);
  await world.clone.query("update developers set password_hash = $1", [await argon2.hash(password, { memoryCost: 1_024, timeCost: 2 })]);
  expect(await hashingsOf("POST /api/auth/login", credentials)).toEqual([200, "verify", "hash"]);
  await ask(world, "POST /api/auth/forgot-password", { body: { email } });
  await world.work();
  expect(await hashingsOf("POST /api/auth/reset-password", { token: "nm_et_made_up", password })).toEqual([400]);
  expect(await hashingsOf("POST /api/auth/reset-password", { token: await mailedToken(), password })).toEqual([204, "hash"]);
});

test("nor while it is staff's", async () => {
  const admin = await makeStaff(world, "admin");
  const member = { email: "sam@example.com", name: "Sam", role: "support", password: "long enough" };
  expect(await hashingsOf("POST /api/admin/staff", member, admin.token)).toEqual([201, "hash"]);
  const { email, password } = member;
  expect(await hashingsOf("POST /api/admin/auth/login", { email, password })).toEqual([200, "verify"]);
  expect(await hashingsOf("POST /api/admin/auth/totp", { password: "another one" }, admin.token)).toEqual([401, "verify"]);
});

test("a sealed code is compared by argon2id only where it is right: whoever guesses has nothing computed", async () => {
  const { email } = await makeStaff(world, "viewer");
  const [mine, other] = [await sealFor(world, email), await sealFor(world, (await makeStaff(world, "viewer")).email)];
  const body = { holder: email, reason: "x", incident: "y", totp: mine.digits() };
  const at = "POST /api/admin/break-glass/sessions";
  const guess = `${mine.codes[0]?.slice(0, 6)}${other.codes[0]?.slice(6)}`;
  expect(await hashingsOf(at, { ...body, code: guess })).toEqual([401]);
  expect(await hashingsOf(at, { ...body, code: other.codes[0] })).toEqual([401]);
  expect(await hashingsOf(at, { ...body, code: mine.codes[0] })).toEqual([201, "verify"]);
});
