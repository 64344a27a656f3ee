import { expect, test } from "@jest/globals";
import { valuesOf } from "../features/features.ts";
import { Room, Tally } from "../features/tally.ts";
import { comparisonsIn } from "./comparisons.ts";
import { shippedRules } from "./shipped.ts";

const values = { requests: 200, notFound: 30, denied: 5, missingTargets: 26, targets: 3 };
const told = (expression: string) => comparisonsIn(expression).map(({ text, sides }) => [text, sides(values).value, sides(values).bound]);

test("each comparison of an expression tells what its sides come to", () => {
  expect(told("missingTargets >= 25 && missingTargets > targets && notFound > 0.1 * requests")).toEqual([
    ["missingTargets >= 25", 26, 25],
    ["missingTargets > targets", 26, 3],
    ["notFound > 0.1 * requests", 30, 20],
  ]);
  expect(told("!(requests < 10) || -denied + 2 * (notFound - 1) >= requests / 4")).toEqual([
    ["requests < 10", 200, 10],
    ["-denied + 2 * (notFound - 1) >= requests / 4", 53, 50],
  ]);
});

test.each([
  ["targets > 1 && (denied + notFound) >= 50", ["targets > 1", "(denied + notFound) >= 50"]],
  ["requests > (denied + notFound)", ["requests > (denied + notFound)"]],
  ["!((denied + 1) * 2 > ((targets - 3))) || (targets > 1)", ["(denied + 1) * 2 > ((targets - 3))", "targets > 1"]],
])("the comparisons in %s are told with the brackets that belong to them", (expression, texts) => {
  expect(comparisonsIn(expression).map(({ text }) => text)).toEqual(texts);
});

test("what compares no numbers is left out, or is no number", () => {
  expect(told("true || (requests > 5 ? false : true)")).toEqual([]);
  expect(told("(denied > 1 ? requests : 0) > 5")).toEqual([[expect.any(String), Number.NaN, 5]]);
});

test.each(shippedRules.flatMap((rule) => (rule.kind === "pattern" ? [[rule.key, rule] as const] : [])))(
  "%s, which ships, compares numbers alone",
  (_key, { expression, subject }) => {
    const nothing = valuesOf(subject, new Tally(new Room(1)));
    const comparisons = comparisonsIn(expression);
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { features, sides } of comparisons) {
      expect(features.length).toBeGreaterThan(0);
      expect(Object.values(sides(nothing)).every(Number.isFinite)).toBe(true);
    }
  },
);
