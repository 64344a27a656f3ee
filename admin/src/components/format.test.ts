import { describe, expect, test } from "@jest/globals";
import { amount, bytes, count, duration, exactAmount, percent, quantity, relative, shortId } from "./format.ts";

describe("figures", () => {
  test.each([
    [9_999, "9,999"],
    [61_234, "61.2k"],
    [1_000_000, "1M"],
    [0, "0"],
  ])("%d is %s", (value, text) => expect(count(value)).toBe(text));

  test.each([
    [0, "0 bytes"],
    [1_023, "1023 bytes"],
    [1_024, "1 kB"],
    [524_288_000, "500 MB"],
    [1_181_116_006, "1.1 GB"],
  ])("%d bytes are %s", (value, text) => expect(bytes(value)).toBe(text));

  test("carry the unit of their metric", () => {
    expect(amount(100, "requests_per_second")).toBe("100/s");
    expect(amount(524_288_000, "database_bytes")).toBe("500 MB");
    expect(amount(275, "query_ms_per_day")).toBe("275 ms/day");
    expect(amount(1_240_000, "query_ms_per_day")).toBe("20.7 min/day");
    expect(amount(36_000_000, "query_ms_per_day")).toBe("10 h/day");
    expect(exactAmount(524_288_000, "database_bytes")).toBe("524,288,000 bytes");
  });

  test.each([
    [0, "0 seconds"],
    [1, "1 second"],
    [55.5, "55.5 seconds"],
    [5_400, "1 hour 30 minutes"],
    [604_800, "7 days"],
  ])("%d seconds last %s", (seconds, text) => expect(duration(seconds)).toBe(text));

  test("a share of nothing is full as soon as anything is used", () => {
    expect([percent(0, 0), percent(1, 0), percent(799, 1000)]).toEqual([0, 100, 79]);
  });

  test.each([
    ["500 MB", "524288000"],
    ["2gb", "2147483648"],
    ["75k", "75000"],
    ["1,000", "1000"],
    ["1.5k", "1500"],
    ["many", "many"],
    ["-5", "-5"],
    ["", ""],
  ])("%j typed means %j", (typed, meant) => expect(quantity(typed)).toBe(meant));
});

describe("times and ids", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");

  test.each([
    ["2026-03-01T11:59:30Z", "just now"],
    ["2026-03-01T12:00:30Z", "in a moment"],
    ["2026-03-01T09:00:00Z", "3h ago"],
    ["2026-03-03T12:00:00Z", "in 2d"],
  ])("%s is %s", (time, text) => expect(relative(time, now)).toBe(text));

  test("ids are told apart by their end", () => {
    expect(shortId("prj_01jh8x4q3efyxb0v1s2t3w4y5z")).toBe("prj_…3w4y5z");
    expect(shortId("flag:x")).toBe("flag:x");
  });
});
