import { expect, test } from "@jest/globals";
import { csvRecord } from "./csv.ts";

test("cells that hold commas, quotes and line breaks are quoted, and what is not there is empty", () => {
  expect(csvRecord(["a", 'say "b"', "c,d", "e\nf", null, undefined, 7, { g: 1 }])).toBe('a,"say ""b""","c,d","e\nf",,,7,"{""g"":1}"\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n1", " =1", "\u200b=1", "\ufeff=1", "＝1"])(
  "no spreadsheet runs %j",
  (cell) => {
    expect(csvRecord([cell])).toContain(`'${cell}`);
  },
);

test.each(["a=1", "1-1", "mail@example.com", "(-1)"])("%j is left as it is", (cell) => {
  expect(csvRecord([cell])).toBe(`${cell}\r\n`);
});

test("a number below nothing stays one", () => {
  expect(csvRecord([-1])).toBe("-1\r\n");
});
