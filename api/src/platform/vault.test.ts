import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { makeVault } from "./vault.ts";

const first = randomBytes(32);
const vault = makeVault(new Map([[1, first]]));

describe("a sealed secret", () => {
  test("opens to what it was, and looks different each time", () => {
    const [a, b] = [vault.seal("secret ✓", "row 1"), vault.seal("secret ✓", "row 1")];
    expect(vault.open(a, "row 1")).toBe("secret ✓");
    expect(a).not.toBe(b);
    expect(a).not.toContain("secret");
  });

  test("does not open for another purpose, altered, or under another key", () => {
    const sealed = vault.seal("secret", "row 1");
    expect(() => vault.open(sealed, "row 2")).toThrow();
    expect(() => vault.open(`${sealed.slice(0, -2)}AA`, "row 1")).toThrow();
    expect(() => makeVault(new Map([[1, randomBytes(32)]])).open(sealed, "row 1")).toThrow();
    expect(() => vault.open("nonsense", "row 1")).toThrow("not a sealed secret");
  });

  test("still opens after the master key was rotated, and new ones use the new key", () => {
    const rotated = makeVault(
      new Map([
        [1, first],
        [2, randomBytes(32)],
      ]),
    );
    expect(rotated.open(vault.seal("old", "x"), "x")).toBe("old");
    expect(rotated.seal("new", "x")).toMatch(/^v2\./);
    expect(() => vault.open(rotated.seal("new", "x"), "x")).toThrow("version 2 is not configured");
    expect(rotated.derive("role:api")).toBe(vault.derive("role:api"));
  });
});
