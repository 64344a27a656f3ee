import { describe, expect, test } from "@jest/globals";
import { Pace } from "./pace.ts";

const passing = (pace: Pace, limit: number, times: readonly number[]) => times.filter((now) => pace.take(limit, now) === 0).length;
const many = (count: number, now: number) => Array.from({ length: count }, () => now);

describe("a limit per second", () => {
  test.each([1, 3, 5, 7, 100, 333, 10_000])("of %i lets exactly that many through at once", (limit) => {
    expect(passing(new Pace(), limit, many(limit * 2, 123_456.789))).toBe(limit);
  });

  test("lets through a burst and then evenly: in any window of T seconds at most limit times (T + 1)", () => {
    const everyMs = Array.from({ length: 10_000 }, (_, i) => i);
    const passed = passing(new Pace(), 50, everyMs);
    expect(passed).toBeGreaterThanOrEqual(50 * 10);
    expect(passed).toBeLessThanOrEqual(50 * 11);
  });

  test("tells how long to wait, and lets through after that", () => {
    const pace = new Pace();
    passing(pace, 4, many(4, 1_000));
    const wait = pace.take(4, 1_000);
    expect(wait).toBeGreaterThan(100);
    expect(wait).toBeLessThanOrEqual(250);
    expect(pace.take(4, 1_000 + wait)).toBe(0);
  });

  test("of 0 lets nothing through", () => {
    expect(passing(new Pace(), 0, many(10, 5_000))).toBe(0);
  });
});

describe("a limit shared with other processes", () => {
  test.each([
    ["is whole where nobody else asks", 30, 0, 100],
    ["is what the others leave, while there is room for all", 20, 30, 70],
    ["is divided by what is asked for, once that is more than the limit", 150, 50, 75],
    ["is small for who asks little, but never nothing", 1, 400, 100 / 401],
  ])("%s", (_, ours, others, share) => {
    const pace = new Pace();
    pace.learn(ours, others, 1_000);
    expect(pace.share(100, 1_500)).toBeCloseTo(share, 6);
  });

  test("divided among all who ask comes to the limit again", () => {
    const demands = [5, 60, 200];
    const total = demands.reduce((sum, each) => sum + each);
    const shares = demands.map((ours) => {
      const pace = new Pace();
      pace.learn(ours, total - ours, 0);
      return pace.share(100, 1);
    });
    expect(shares.reduce((sum, each) => sum + each)).toBeCloseTo(100, 6);
  });

  test("is whole again when nothing was heard of the others for three seconds", () => {
    const pace = new Pace();
    pace.learn(10, 1_000, 0);
    expect(pace.share(100, 2_999)).toBeLessThan(2);
    expect(pace.share(100, 3_001)).toBe(100);
  });

  test("lets even a share of less than one through now and then", () => {
    const pace = new Pace();
    pace.learn(1, 399, 0);
    expect(pace.take(100, 1)).toBe(0);
    expect(pace.take(100, 2)).toBeGreaterThan(1_000);
  });
});
