import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isToken, newToken, shownPrefix } from "./token.ts";

describe("a token", () => {
  test("is well formed, unlike any other, and shows how it begins", () => {
    const tokens = Array.from({ length: 200 }, () => newToken("nm_sk"));
    expect(new Set(tokens).size).toBe(200);
    expect(tokens.every((each) => isToken("nm_sk", each) && /^nm_sk_[0-9A-Za-z]{49}$/.test(each))).toBe(true);
    expect(shownPrefix("nm_sk", tokens[0] ?? "")).toMatch(/^nm_sk_[0-9A-Za-z]{6}$/);
  });

  test("with any one character changed is refused", () => {
    const token = newToken("nm_sk");
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."0Aa_-é"), (at, other) => {
        fc.pre(token[at] !== other);
        return !isToken("nm_sk", token.slice(0, at) + other + token.slice(at + 1));
      }),
    );
  });

  test("is not made up by chance, nor of another kind", () => {
    fc.assert(fc.property(fc.string(), (text) => !isToken("nm_sk", `nm_sk_${text}`)));
    expect(isToken("nm_pk", newToken("nm_sk"))).toBe(false);
  });
});
