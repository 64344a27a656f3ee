import { expect, test } from "@jest/globals";
import { newCode, readCode } from "./code.ts";

test("a code is read as it was printed, whatever stands between its letters and however they are written", () => {
  const code = newCode();
  for (const typed of [
    code.printed,
    code.printed.toLowerCase(),
    code.printed.replaceAll("-", " "),
    ` ${code.printed.replaceAll("-", "")}\n`,
  ])
    expect(readCode(typed)).toEqual(code);
});

test("each slip of a letter, and any two that change places, is found in its group", () => {
  const { printed } = newCode();
  for (let i = 0; i < printed.length; i += 1) {
    if (printed[i] === "-") continue;
    const group = Math.floor(i / 6) + 1;
    const other = printed[i] === "7" ? "8" : "7";
    expect(readCode(printed.slice(0, i) + other + printed.slice(i + 1))).toEqual({ mistyped: [group] });
    const [a = "", b = ""] = [printed[i], printed[i + 1]];
    if (b === "-" || b === "" || a === b) continue;
    expect(readCode(printed.slice(0, i) + b + a + printed.slice(i + 2))).toEqual({ mistyped: [group] });
  }
});

test("groups that changed places are found", () => {
  const groups = newCode().printed.split("-");
  const [first = "", second = "", ...rest] = groups;
  expect(readCode([second, first, ...rest].join("-"))).toEqual({ mistyped: [1, 2] });
});

test("letters that are mistaken for others are in no code, and no code is like another", () => {
  const codes = Array.from({ length: 200 }, newCode);
  expect(codes.map(({ printed }) => printed).join("")).not.toMatch(/[01ILO]/);
  expect(new Set(codes.map(({ text }) => text)).size).toBe(200);
});

test.each(["", "K7RM", "-".repeat(30), "x".repeat(1_000_000), "\u202e".repeat(30), "0".repeat(30)])(
  "what can't be a code is none",
  (typed) => {
    const read = readCode(typed);
    expect(read === undefined || "mistyped" in read).toBe(true);
  },
);
