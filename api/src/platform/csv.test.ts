import { expect, test } from "@jest/globals";
import { csvRecord } from "./csv.ts";

test("cells that hold commas, quotes and line breaks are quoted, and what is not there is empty", () => {
  expect(csvRecord(["a", 'say "b"', "c,d", "e\nf", null, undefined, 7, { g: 1 }])).toBe('a,"say ""b""","c,d","e\nf",,,7,"{""g"":1}"\r\n');
});

test.each(["=1+1", "+1", "-1+1", "-x", "--1", "@SUM(A1)", "\t1", "\r1", "\n1", " =1", "\u200b=1", "\ufeff=1", "＝1", '"=1', "'=1"])(
  "no spreadsheet runs %j",
  (cell) => {
    expect(csvRecord([cell]).replaceAll('""', '"')).toContain(`'${cell}`);
  },
);

test.each([
  ["x;=1+1", "x;'=1+1"],
  ["x; =1", "x;' =1"],
  ["x;\u200b@SUM(A1)", "x;'\u200b@SUM(A1)"],
  ["a;b;-1+1;c", "a;b;'-1+1;c"],
  ["x\t=1", "x\t'=1"],
  ["\t=1", "'\t'=1"],
])("nor %j where another sign separates its cells", (cell, kept) => {
  expect(csvRecord(["before", cell])).toBe(`before,${kept}\r\n`);
});

test.each([
  ['x;"=1"', `"x;'""=1"""`],
  ["x\n=1", `"x\n'=1"`],
  ["x\r\n+1", `"x\r\n'+1"`],
])("nor %j, where it does not know our quotes", (cell, kept) => {
  expect(csvRecord(["before", cell])).toBe(`before,${kept}\r\n`);
});

test("a document says what it said, with no cell of another's separator in it", () => {
  const said = { reason: "a;=1+1", list: ["b;c", "=1"] };
  const [, cell = ""] = /^before,"(.*)"\r\n$/.exec(csvRecord(["before", said])) ?? [];
  const text = cell.replaceAll('""', '"');
  expect(text).not.toMatch(/;=/);
  expect(JSON.parse(text)).toEqual(said);
});

test.each(["a=1", "1-1", "mail@example.com", "(-1)", "a; b; c", "2026-11-23", "-1", "-12.50"])("%j is left as it is", (cell) => {
  expect(csvRecord([cell])).toBe(`${cell}\r\n`);
});

test("a number below nothing stays one", () => {
  expect(csvRecord([-1, -0.5, "-3.25"])).toBe("-1,-0.5,-3.25\r\n");
});

test.each([";", "\n", " ", "\t", '"', "\u200b"])("a text of nothing but %j is read in one go, whatever its length", (part) => {
  expect(csvRecord([part.repeat(300_000)]).length).toBeGreaterThan(300_000);
});
