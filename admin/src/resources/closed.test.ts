import { expect, test } from "@jest/globals";
import { closed } from "./closed.ts";

test.each([
  ["plain", "plain"],
  ["a\u202eb", "a\u202eb\u202c"],
  ["a\u202eb\u202c", "a\u202eb\u202c"],
  ["\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"],
  ["\u2067a\u202eb\u2069", "\u2067a\u202eb\u2069"],
  ["\u2069\u202c\u202e", "\u2069\u202c\u202e\u202c"],
  ["\u202e\u2066a\u202c", "\u202e\u2066a\u202c\u2069\u202c"],
  ["שלום", "שלום"],
])("%j is closed as %j", (text, kept) => expect(closed(text)).toBe(kept));

test("a text of nothing but what opens is closed in one go", () => {
  expect(closed("\u202e".repeat(100_000))).toHaveLength(200_000);
});
