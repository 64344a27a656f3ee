import { describe, expect, test } from "@jest/globals";
import { Name } from "./name.ts";
import { textOf } from "./text.ts";

const Text = textOf(1_000);

describe("a text that others read", () => {
  test.each([
    ["lines and tabs", "First line.\r\nSecond:\n\tthird"],
    ["emoji of several parts", "👩🏽‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 🧔🏻‍♂️ ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇫🇷"],
    ["Hebrew and Arabic", "שָׁלוֹם עולם مرحبا بالعالم"],
    ["Persian, whose words need a joiner", "می‌خواهم"],
    ["Hindi and Malayalam", "क्‍ष നന്‍മ"],
    ["Chinese, Japanese with a variant, Korean", "你好 葛\u{e0100}城市 안녕하세요"],
    ["what looks like markup", "</textarea><script>alert(1)</script>"],
    ["letters of two parts", "Zoe\u0308 Größe"],
  ])("may have %s", (_what, text) => {
    expect(Text.parse(text)).toBe(text);
    if (!/[\n\t]/.test(text)) expect(Name.parse(text)).toBe(text);
  });

  test.each([
    ...["202A", "202B", "202C", "202D", "202E", "2066", "2067", "2068", "2069", "200E", "200F", "061C"],
    ...["200B", "2060", "2063", "FEFF", "00AD", "034F", "3164", "115F", "FFA0", "E0041", "E007F", "2028"],
    ...["0007", "001B", "009B", "E000", "10FFFF"],
  ])("has no U+%s in it, and says so", (code) => {
    const text = `pay${String.fromCodePoint(Number.parseInt(code, 16))}roll`;
    expect(Text.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([`holds a character that can't be seen (U+${code})`]);
    expect(Name.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(["must be one line of visible characters"]);
  });

  test.each([
    ["a joiner within a Latin word", "ad\u200dmin"],
    ["a joiner at the end", "admin\u200d"],
    ["two joiners in a row", "👩\u200d\u200d🚀"],
    ["variants that stand alone, or in a row", "a\ufe0f\ufe0f"],
    ["a text behind a flag that nobody sees", "🏴\u{e0068}\u{e0069}"],
    ["a lone carriage return", "safe\rpay"],
  ])("has no %s", (_what, text) => {
    expect(Text.safeParse(text).success).toBe(false);
    expect(Name.safeParse(text).success).toBe(false);
  });

  test("is judged to its end, however long somebody makes it", () => {
    for (const part of ["a", "eyJaaaaaaaa-", "👩\u200d🚀", "a\ufe0f", "\u{1f3f4}\u{e0067}"])
      expect(Text.safeParse(part.repeat(500_000)).success).toBe(false);
  });
});

test("a text is judged by its length as it is kept: without secrets", () => {
  const leak = "a://b:c@d ";
  expect(Text.parse(leak.repeat(2))).toBe("a[masked]d a[masked]d");
  expect(Text.safeParse(leak.repeat(100)).error?.issues.map(({ code }) => code)).toEqual(["too_big"]);
  expect(Text.parse(`nm_sk_${"aB3".repeat(400)}`)).toBe("[masked]");
});

test("a name is one line", () => {
  expect(Name.safeParse("two\nlines").success).toBe(false);
});
