import { expect, test } from "@jest/globals";
import { maskedText, masking } from "./masking.ts";
import { newToken } from "./token.ts";

const stored = (value: unknown) => JSON.parse(JSON.stringify(value, masking));
const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLWl0";

test("what stands under the name of a secret is masked, however deep", () => {
  expect(
    stored({
      password: "short",
      passwordHash: "x",
      nested: [{ clientSecret: "y", api_key: "z", recoveryCodes: ["a", "b"] }],
      headers: { Authorization: "Basic YTpi", cookie: "a=b" },
      code: "493021",
    }),
  ).toEqual({
    password: "[masked]",
    passwordHash: "[masked]",
    nested: [{ clientSecret: "[masked]", api_key: "[masked]", recoveryCodes: ["[masked]", "[masked]"] }],
    headers: { Authorization: "[masked]", cookie: "[masked]" },
    code: "[masked]",
  });
});

test.each([
  newToken("nm_sk"),
  newToken("nm_si"),
  "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLwBB",
  "re_AbCdEf12_0123456789abcdefghij",
  ["sk", "live", "0123456789abcdefghijKLMN"].join("_"),
  ["123456789", "AAE0123456789abcdefghijABCDEFGHIJ_k"].join(":"),
  "AKIAIOSFODNN7EXAMPLE",
  "Bearer abcdefgh12345678",
  "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo",
  "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
  "otpauth://totp/NextMavens:a?secret=JBSWY3DPEHPK3PXP",
  "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----",
  "https://hooks.slack.com/services/T0/B0/abcdefgh",
  jwt,
])("what looks like a secret is masked under any name and within a sentence: %s", (secret) => {
  expect(JSON.stringify(stored({ note: `They sent ${secret} by mail`, list: [secret] }))).not.toContain(secret.slice(-8));
  expect(maskedText(`They sent ${secret} by mail`)).toContain("They sent ");
});

test("an address keeps what is not secret of it", () => {
  expect(maskedText("postgres://ada:hunter2@db.example.com/app")).toBe("postgres[masked]db.example.com/app");
  expect(maskedText("https://a.example.com/hook?team=4&token=abc")).toBe("https://a.example.com/hook?team=4[masked]");
});

test("what is no secret stays as it is", () => {
  const harmless = {
    key: "checkout-2026",
    keys: ["key_01jh8x4q3efyxb0v1s2t3w4y5z"],
    token: "pat_01jh8x4q3efyxb0v1s2t3w4y5z",
    tokenId: "pat_01jh8x4q3efyxb0v1s2t3w4y5z",
    code: "already_suspended",
    hasSecret: true,
    secret: null,
    secrets: 3,
    prefix: "nm_sk_AbCdEfG",
    reason: "Password reset was asked for at 10:30 by ada@example.com, see https://a.example.com:8080/x?page=2",
    definition: { state: "ENABLED", variants: { on: true } },
  };
  expect(stored(harmless)).toEqual(harmless);
});

const untiring = ["sk-ab-", "://", "?token", "eyJ", "-----BEGIN PRIVATE KEY-----", "a1-", ":"];
test.each(untiring)(
  "a text of nothing but %s is read in one go, whatever its length",
  (part) => {
    const text = part.repeat(200_000);
    expect(stored({ name: text }).name.length).toBeLessThanOrEqual(text.length);
  },
  60_000,
);
