import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toJson, toParameter } from "./values.ts";

describe("a value of PostgreSQL's in JSON", () => {
  test.each([
    ["int8", "9223372036854775807", "9223372036854775807"],
    ["numeric", "12345678901234567890.10", "12345678901234567890.10"],
    ["numeric", "NaN", '"NaN"'],
    ["float8", "-Infinity", '"-Infinity"'],
    ["float8", "1e+20", "1e+20"],
    ["bool", "t", "true"],
    ["bool", "f", "false"],
    ["text", 'a"b', '"a\\"b"'],
    ["jsonb", '{"a": [1]}', '{"a": [1]}'],
    ["bytea", "\\x00ff", '"\\\\x00ff"'],
    ["timestamptz", "2026-01-01 00:00:00+00", '"2026-01-01 00:00:00+00"'],
    ["constructor", "x", '"x"'],
    ["int4[]", "{}", "[]"],
    ["int4[]", "{1,NULL,3}", "[1,null,3]"],
    ["int4[]", "[0:1]={1,2}", "[1,2]"],
    ["int4[]", "{{1,2},{3,4}}", "[[1,2],[3,4]]"],
    ["text[]", '{a,"b,c","d\\"e","NULL",NULL,"",f g}', '["a","b,c","d\\"e","NULL",null,"","f g"]'],
    ["jsonb[]", '{"{\\"a\\": 1}",NULL}', '[{"a": 1},null]'],
    ["box[]", "{(1,1),(0,0);(2,2),(0,0)}", '["(1,1),(0,0)","(2,2),(0,0)"]'],
  ])("%s %s: %s", (type, text, json) => expect(toJson(type)(text)).toBe(json));
});

describe("a parameter", () => {
  test.each([
    [null, null],
    [1.5, "1.5"],
    [true, "true"],
    ["a", "a"],
    [{ a: [1] }, '{"a":[1]}'],
    [[1, null, "a,b"], '{"1",NULL,"a,b"}'],
    [[[1], [2]], '{{"1"},{"2"}}'],
    [[{ a: '"' }], '{"{\\"a\\":\\"\\\\\\"\\"}"}'],
  ])("%j is sent as %j", (value, text) => expect(toParameter(value)).toBe(text));

  test("that is a list of texts comes back as it was sent", () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => expect(JSON.parse(toJson("text[]")(toParameter(texts) ?? ""))).toEqual(texts)));
  });
});
