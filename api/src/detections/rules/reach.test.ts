import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readExpression } from "./language.ts";

const feature = fc.constantFrom("requests", "notFound", "targets", "clientErrorShare");
const { number } = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    feature,
    fc.integer({ min: 0, max: 20 }).map(String),
    fc.double({ min: 0, max: 3, noNaN: true }).map((value) => value.toFixed(2)),
    fc.tuple(tie("number"), fc.constantFrom("+", "-", "*", "/"), tie("number")).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie("number").map((value) => `(-${value})`),
  ),
}));
const { truth } = fc.letrec<{ truth: string }>((tie) => ({
  truth: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(number, fc.constantFrom("<", "<=", ">", ">=", "==", "!="), number).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie("truth"), fc.constantFrom("&&", "||"), tie("truth")).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie("truth").map((value) => `(!${value})`),
    fc.tuple(tie("truth"), tie("truth"), tie("truth")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
}));
const window = fc.record({
  requests: fc.integer({ min: 0, max: 30 }),
  notFound: fc.integer({ min: 0, max: 30 }),
  targets: fc.integer({ min: 0, max: 30 }),
  clientErrorShare: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("an expression that matches a window may match whatever bounds that window", () => {
  fc.assert(
    fc.property(truth, window, window, (text, values, more) => {
      const read = readExpression(text, "project");
      if (!("expression" in read)) return;
      const { expression } = read;
      if (!expression.matches(values)) return;
      const most = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value + more[name as keyof typeof more]]));
      expect(expression.mayMatch(values)).toBe(true);
      expect(expression.mayMatch(most)).toBe(true);
      expect(expression.mayMatch({})).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["missingTargets >= 25 && missingTargets > targets", { missingTargets: 24, targets: 3 }, false],
  ["missingTargets >= 25 && missingTargets > targets", { missingTargets: 25, targets: 300 }, true],
  ["probes >= 15 && probes >= 0.02 * requests", { probes: 15, requests: 1e6 }, true],
  ["!(requests < 10)", { requests: 9 }, false],
  ["requests + notFound > 20", { requests: 12, notFound: 8 }, false],
])("%s with at most %j: %s", (text, most, may) => {
  const read = readExpression(text, "project");
  if (!("expression" in read)) throw new Error(read.fault.message);
  expect(read.expression.mayMatch(most)).toBe(may);
});
