import { describe, expect, test } from "@jest/globals";
import { features } from "../features/features.ts";
import { readExpression } from "./language.ts";
import { ordinary } from "./ordinary.ts";
import { rulesOfTrials } from "./shipped.ts";
import { validate } from "./validate.ts";

const faultOf = (text: string, kind: "project" | "network" = "project") => {
  const validated = validate(text, kind);
  return validated.isValid ? undefined : validated.fault;
};
const matches = (text: string, values: Record<string, number>) => {
  const read = readExpression(text, "project");
  if ("fault" in read) throw new Error(read.fault.message);
  return read.expression.matches({ ...Object.fromEntries(features.map(({ name }) => [name, 0])), ...values });
};

describe("an expression", () => {
  test.each([
    ["requests > 5", true],
    ["requests * 2 == 12", true],
    ["2 * requests == 12", true],
    ["requests / 4 > 1.4 && !(reads > 1)", true],
    ["reads > 1 ? requests > 100 : requests == 6", true],
    ["-requests < -6", false],
    ["requests > 1 || 1 / 0 > requests", true],
    ["reads > 1 || 1 / 0 > requests", false],
  ])("%s is %s of six requests", (text, expected) => expect(matches(text, { requests: 6 })).toBe(expected));

  test.each([
    ["requests >", "syntax", 1, 11],
    ["requests > 1 &&\n  nothing > 2", "unknown_feature", 2, 3],
    ["failedKeys > 100", "unknown_feature", 1, 1],
    ["requests", "wrong_type", 1, 1],
    ["1 > 0", "no_feature", 1, 1],
    ["size([1]) > requests", "not_allowed", 1, 1],
    ["requests > 1 && [1].size() > requests", "not_allowed", 1, 17],
    ["requests > 1 && [1].all(x, x > requests)", "too_complex", 1, 28],
    ['"a".matches("(a+)+$") || requests > 9', "not_allowed", 1, 1],
    [`${"(".repeat(40)}requests > 1${")".repeat(40)}`, "too_complex", 1, 21],
    [Array.from({ length: 90 }, () => "reads>1").join("||"), "too_complex", 1, undefined],
    ["x".repeat(3_000), "too_long", 1, 2_001],
    ["requests > 1e400", "syntax", 1, 12],
    ["", "syntax", 1, 1],
    ["requests >= 0", "matches_everything", 1, 1],
    ["requests > 5", "matches_everything", 1, 1],
  ])("%s is refused", (text, code, line, column) => {
    expect(faultOf(text)).toMatchObject({ code, line, ...(column !== undefined && { column }) });
  });

  test("shows its fault with a mark below the place, counted in characters", () => {
    expect(faultOf("requests > 1 &&\n  nothing > 2")?.marked).toBe("  nothing > 2\n  ^");
    expect(faultOf("/* */ requests > nothing")?.column).toBe(faultOf("/* */ requests > nothing")?.marked.split("\n")[1]?.length);
  });

  test("that matches some ordinary windows is told so, and may be used", () => {
    expect(validate("schemaChanges >= 5", "project")).toMatchObject({ isValid: true, warnings: ["It matches a developer who builds."] });
  });
});

test("every rule that ships can be read, matches no ordinary window, and names features of its subject", () => {
  const patterns = rulesOfTrials.filter((rule) => rule.kind === "pattern");
  expect(patterns.length).toBeGreaterThanOrEqual(12);
  for (const { key, expression, subject } of patterns) {
    expect([key, validate(expression, subject)]).toEqual([key, expect.objectContaining({ isValid: true, warnings: [] })]);
  }
  expect(new Set(rulesOfTrials.map(({ key }) => key)).size).toBe(rulesOfTrials.length);
});

test("ordinary windows name features that there are", () => {
  const names = new Set(features.map(({ name }) => name));
  for (const values of Object.values(ordinary)) for (const name of Object.keys(values)) expect(names).toContain(name);
});
