import { describe, expect, test } from "@jest/globals";
import { hash as argon2 } from "@node-rs/argon2";
import { hash as bcrypt } from "@node-rs/bcrypt";
import { hashPassword, isForeignHash, isPassword, isUsableHash, noPassword } from "./password.ts";

const right = "correct horse battery";
const kinds = [
  ["argon2id of ours", () => hashPassword(right)],
  ["argon2id of another cost", () => argon2(right, { algorithm: 2, memoryCost: 8_192, timeCost: 3, parallelism: 2 })],
  ["argon2i", () => argon2(right, { algorithm: 1, memoryCost: 4_096, timeCost: 3 })],
  ["bcrypt", () => bcrypt(right, 4)],
  ["bcrypt as PHP writes it", async () => (await bcrypt(right, 4)).replace("$2b$", "$2y$")],
] as const;

describe("a password is compared with a hash", () => {
  test.each(kinds)("by %s", async (_, make) => {
    const hashed = await make();
    expect(isUsableHash(hashed)).toBe(true);
    expect(await isPassword(right, hashed)).toBe(true);
    expect(await isPassword(`${right}!`, hashed)).toBe(false);
  });

  test.each([
    ["no hash at all", undefined],
    ["the mark of an account without a password", noPassword],
    ["nothing", ""],
    ["a plain password", right],
    ["an MD5 digest", "5f4dcc3b5aa765d61d8327deb882cf99"],
    ["scrypt", "scrypt:32768:8:1$abcdefgh$0123456789abcdef"],
    ["half of an argon2 hash", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ"],
    ["an argon2 hash that would take 4 GB", "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNhbHQ"],
    ["a bcrypt hash that would take an hour", `$2b$31$${"a".repeat(53)}`],
  ])("and with %s is never right", async (_, hashed) => {
    expect(hashed === undefined || isUsableHash(hashed)).toBe(hashed === undefined);
    expect(await isPassword(right, hashed)).toBe(false);
  });
});

test("a hash that only looks like one matches nothing", async () => {
  expect(await isPassword(right, "$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHRzYWx0c$c2FsdHNhbHRzYWx0c")).toBe(false);
});

test("only hashes made by our own rules are left as they are", async () => {
  expect(isForeignHash(await hashPassword(right))).toBe(false);
  expect(isForeignHash(await bcrypt(right, 4))).toBe(true);
  expect(isForeignHash(await argon2(right, { algorithm: 2, memoryCost: 8_192 }))).toBe(true);
});
