import { describe, expect, test } from "@jest/globals";
import { checksumOf, judge, lastName } from "./rules.ts";

const applied = [
  { name: "0001_a", checksum: "x" },
  { name: "0010_b", checksum: "y" },
];

describe("a migration", () => {
  test.each([
    ["0011_c", "z", "apply"],
    ["0010_b", "y", "applied"],
    ["0001_a", "y", "changed"],
    ["0002_c", "z", "out_of_order"],
    ["001", "z", "out_of_order"],
    ["a", "z", "apply"],
  ])("%s with %s: %s", (name, checksum, judged) => {
    expect(judge(applied, { name, checksum })).toBe(judged);
  });

  test("is the first where there is none", () => {
    expect([judge([], { name: "a", checksum: "x" }), lastName([]), lastName(applied)]).toEqual(["apply", undefined, "0010_b"]);
  });

  test("has the same checksum however its lines end", () => {
    expect(checksumOf("a\r\nb")).toBe(checksumOf("a\nb"));
    expect(checksumOf("a\nb")).not.toBe(checksumOf("a b"));
  });
});
