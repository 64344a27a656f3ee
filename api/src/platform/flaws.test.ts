import { expect, test } from "@jest/globals";
import { z } from "zod";
import { flawsOf, jsonFlawOf, wordsOf } from "./flaws.ts";

const Sent = z.strictObject({
  name: z.string().min(1).max(5),
  kind: z.enum(["a", "b"]),
  count: z.coerce.number().int().min(2).max(9),
  list: z.array(z.strictObject({ id: z.string() })).max(1),
  email: z.email("must be an e-mail address"),
});
const told = (input: unknown) => {
  const { error } = Sent.safeParse(input, { error: wordsOf });
  return error && flawsOf(error).map(({ path, message }) => `${path} ${message}`);
};
const right = { name: "x", kind: "a", count: 3, list: [], email: "ann@example.com" };

test.each([
  [{ ...right }, undefined],
  [{ ...right, name: undefined, kind: undefined, list: undefined }, ["name is missing", "kind is missing", "list is missing"]],
  [{ ...right, name: null, list: {} }, ["name must be a text", "list must be a list"]],
  [{ ...right, name: "", kind: "c" }, ["name must not be empty", 'kind must be "a" or "b"']],
  [{ ...right, name: "abcdef", count: "none" }, ["name must have at most 5 characters", "count must be a number"]],
  [{ ...right, count: 1 }, ["count must be at least 2"]],
  [{ ...right, count: 10.5 }, ["count must be a whole number"]],
  [{ ...right, list: [{ id: "1" }, { id: "2" }] }, ["list must have at most 1 entries"]],
  [{ ...right, list: [{ id: 5, di: 5 }], nam: 1 }, ["list.0.id must be a text", "list.0.di is not known here", "nam is not known here"]],
  [{ ...right, email: "ann" }, ["email must be an e-mail address"]],
])("what is wrong with %j is said in plain words, field by field", (input, flaws) => {
  expect(told(input)).toEqual(flaws);
});

test("what is wrong with one of several forms is said of the form that comes nearest", () => {
  const Settings = z.strictObject({
    settings: z.union([z.strictObject({ window: z.literal([60, 300]), rule: z.string() }), z.strictObject({ floor: z.number() })]),
  });
  const { error } = Settings.safeParse({ settings: { window: 90, rule: "a > 1" } }, { error: wordsOf });
  expect(error && flawsOf(error)).toEqual([{ path: "settings.window", message: "must be 60 or 300" }]);
});

test("of forms that are told apart by a word, the words are named", () => {
  const Change = z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("a") }), z.strictObject({ kind: z.literal("b") })]);
  const { error } = z.strictObject({ change: Change }).safeParse({ change: { kind: "c" } }, { error: wordsOf });
  expect(error && flawsOf(error)).toEqual([{ path: "change.kind", message: 'must be "a" or "b"' }]);
});

test("what two rules find wrong in the same words is said once", () => {
  const { error } = z.strictObject({ limit: z.int().max(Number.MAX_SAFE_INTEGER) }).safeParse({ limit: 2 ** 60 }, { error: wordsOf });
  expect(error && flawsOf(error)).toEqual([{ path: "limit", message: "must be at most 9007199254740991" }]);
});

test.each([
  ['{"a": 1,}', "Expected double-quoted property name in JSON at position 8"],
  ['{"password": hunter2, "more": "of this and that"}', "Unexpected token 'h'"],
  ["", "Unexpected end of JSON input"],
])("what is wrong with the JSON %j is said without repeating it", (text, flaw) => {
  const parse = () => {
    try {
      return JSON.parse(text);
    } catch (error) {
      return jsonFlawOf(error);
    }
  };
  expect(parse()).toMatch(flaw);
  expect(parse()).not.toContain("unter2");
});
