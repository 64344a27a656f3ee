import { expect, test } from "@jest/globals";
import { isNestedDeeper } from "./nesting.ts";

const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

test("counts lists and objects in each other, however deep", () => {
  expect(isNestedDeeper("text", 0)).toBe(false);
  expect(isNestedDeeper(nested(3), 3)).toBe(false);
  expect(isNestedDeeper(nested(4), 3)).toBe(true);
  expect(isNestedDeeper({ a: [{ b: 1 }], c: [1, 2] }, 3)).toBe(false);
  expect(isNestedDeeper({ a: [{ b: {} }] }, 3)).toBe(true);
  expect(isNestedDeeper(nested(100_000))).toBe(true);
});
