import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FieldSight } from "../sight.ts";
import { differencesOf, linesOf, mergedOf } from "./merge.ts";

const field = (name: string, kind: FieldSight["kind"] = "line"): FieldSight => ({ name, label: name, kind, isRequired: false });
const fields = ["mine", "theirs", "both", "alike", "none"].map((name) => field(name));
const began = { mine: "1", theirs: "1", both: "1", alike: "1", none: 1, revision: 1 };
const now = { mine: "1", theirs: "2", both: "2", alike: "2", none: 1, revision: 2 };
const typed = { mine: "3", theirs: "1", both: "3", alike: "2", none: "1", reason: "Why", revision: 1 };

describe("a form that meets another's change", () => {
  test("tells whose each difference is, and nothing of what nobody changed", () => {
    const told = differencesOf(fields, began, now, typed).map((each) => [each.field.name, each.changedBy]);
    expect(told).toEqual([
      ["mine", "me"],
      ["theirs", "them"],
      ["both", "both"],
      ["alike", "both"],
    ]);
  });

  test("keeps everything that was typed, and takes over what only the other changed", () => {
    expect(mergedOf(differencesOf(fields, began, now, typed), now, typed)).toEqual({
      ...{ mine: "3", theirs: "2", both: "3", alike: "2", none: "1" },
      ...{ reason: "Why", revision: 2 },
    });
  });

  test("leaves alone what the form does not begin with, and says nothing of secrets", () => {
    expect(differencesOf([field("reason"), field("password", "secret")], {}, { password: "x" }, { reason: "Why" })).toEqual([]);
  });
});

describe("two texts line by line", () => {
  test("tell what is gone and what is new", () => {
    expect(linesOf("a\nb\nc", "a\nx\nc").map(({ kind, text }) => `${kind} ${text}`)).toEqual(["same a", "gone b", "new x", "same c"]);
  });

  test("lose no line of either", () => {
    const text = fc.array(fc.constantFrom("", "a", "b", "c"), { minLength: 1 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = linesOf(before, after);
        const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(without("new").join("\n")).toBe(before);
        expect(without("gone").join("\n")).toBe(after);
        if (before === after) expect(lines.every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  test("that are very long are told whole, one after the other", () => {
    const long = Array.from({ length: 1_200 }, (_, i) => String(i)).join("\n");
    expect(linesOf(long, `${long}\n`).filter(({ kind }) => kind === "same")).toEqual([]);
  });
});
