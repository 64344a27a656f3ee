import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Outline, outlineOf, readOutline } from "./outline.ts";

/** The same by values that are made. */
function expected(text: string): Outline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const kind = Array.isArray(value) ? "list" : isObject(value) ? "object" : "other";
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  const keys = isObject(rows[0]) ? Object.keys(rows[0]) : [];
  const isSame = (row: unknown) => isObject(row) && JSON.stringify(Object.keys(row).sort()) === JSON.stringify([...keys].sort());
  return { kind, rows: rows.length, keys: [...keys].sort(), isEven: rows.every(isSame) };
}
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

const found = (text: string) => {
  const outline = outlineOf(Buffer.from(text));
  return outline && { ...outline, keys: [...outline.keys].sort() };
};

/** Few letters, so that rows often have the same keys, and any. */
const key = fc.oneof(fc.constantFrom("a", "b", "c", "__proto__", "é"), fc.string({ maxLength: 3, unit: "binary" }));
const row = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
const value = fc.oneof(fc.jsonValue(), row, fc.array(row, { maxLength: 4 }), fc.array(fc.constant({ a: 1, b: [{}] }), { maxLength: 4 }));
const text = fc.tuple(value, fc.constantFrom(undefined, 1, "\t")).map(([one, space]) => JSON.stringify(one, undefined, space) ?? "null");

describe("the outline of a JSON text", () => {
  test("is what its values would tell", () => {
    fc.assert(fc.property(text, (one) => expect(found(one)).toEqual(expected(one))));
  });

  test("is that of no other text either: with something cut out, put in, or put behind", () => {
    const pieces = fc.constantFrom(
      "",
      ",",
      ":",
      '"',
      "{",
      "}",
      "[",
      "]",
      "\\",
      "\\u00",
      "0",
      "-",
      ".",
      "e",
      "1e5",
      "null",
      "tru",
      " ",
      "\n",
      "\u0000",
      "\ufeff",
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(3), pieces, (one, place, length, piece) => {
        const at = place % (one.length + 1);
        const changed = (one.slice(0, at) + piece + one.slice(at + length)).toWellFormed();
        expect(found(changed)).toEqual(expected(changed));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["keys in another order, and written in another way", '[{"a":1,"é":2},{"\\u00e9":3,"\\u0061":4}]'],
    ["keys that come twice", '[{"a":1,"a":2},{"a":3},{"a":1,"a":1}]'],
    ["keys that come twice in place of others", '[{"a":1,"b":2},{"a":3,"a":4}]'],
    ["nothing in the first", '[{},{"a":1}]'],
    ["numbers of every kind", "[0, -0, 1.5, -1e5, 1E+5, 2e-7, 01]"],
    ["what looks like numbers", "[1., .5, +1, 1e, -]"],
    ["escapes of every kind", String.raw`["\"\\\/\b\f\n\r\t\u00e9\uD83D"]`],
    ["nothing at all", "  "],
  ])("of %s", (_what, one) => {
    expect(found(one)).toEqual(expected(one));
  });

  test("names no more keys than a relation can have columns", () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i])));
    expect(outlineOf(Buffer.from(`[${wide},${wide}]`))).toMatchObject({ rows: 2, isEven: true, keys: { length: 1_700 } });
  });

  test("ends, however deep it goes", () => {
    expect(outlineOf(Buffer.from(`${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`))).toBeUndefined();
  });

  test("is read by turns with others", async () => {
    let turns = 0;
    let isRead = false;
    const others = () => {
      turns += 1;
      if (!isRead) setImmediate(others);
    };
    setImmediate(others);
    const bytes = Buffer.from(JSON.stringify(Array.from({ length: 100_000 }, (_, id) => ({ id }))));
    expect(await readOutline(bytes)).toEqual({ kind: "list", rows: 100_000, keys: ["id"], isEven: true });
    isRead = true;
    expect(turns).toBeGreaterThan(5);
  });
});
