import { describe, expect, test } from "@jest/globals";
import { boxesOf, frameOf, gathered } from "./frame.ts";
import { dayMiddles, ticks, timeTicks } from "./scale.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const monday = Date.parse("2026-11-16T00:00:00Z");

describe("the amounts beside a picture", () => {
  test("are round, begin at 0, and the last is at least the most there is", () => {
    expect(ticks(21_600, 5)).toEqual([0, 5_000, 10_000, 15_000, 20_000, 25_000]);
    expect(ticks(97, 3)).toEqual([0, 50, 100]);
    expect(ticks(0, 5)).toEqual([0, 1]);
    expect(ticks(1, 5)).toEqual([0, 1]);
    expect(ticks(7, 3)).toEqual([0, 3, 6, 9]);
    for (const max of [1, 2, 3, 9, 10, 11, 99, 12_345, 7e9]) expect(ticks(max, 4).at(-1)).toBeGreaterThanOrEqual(max);
  });

  test("are whole, since what is counted is", () => {
    for (let max = 1; max < 60; max += 1) expect(ticks(max, 4).every(Number.isInteger)).toBe(true);
  });
});

describe("the times below a picture", () => {
  test("are as many as there is room for, all within it", () => {
    for (const [length, room] of [
      [dayMs, 12],
      [dayMs, 3],
      [14 * dayMs, 7],
      [14 * dayMs, 2],
    ] as const) {
      const found = timeTicks(monday, monday + length, room);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(room + 1);
      expect(found.every(({ at }) => at >= monday && at <= monday + length)).toBe(true);
    }
  });

  test("do not run into each other, whatever the width", () => {
    for (let width = 200; width < 1_200; width += 7) {
      const { times, x } = frameOf(width, 200, { begin: monday, stepMs: dayMs, steps: 14, max: 1 });
      const apart = times.slice(1).map(({ at }, i) => x(at) - x(times[i]?.at ?? Number.NaN));
      expect(Math.min(...apart)).toBeGreaterThan(66);
    }
  });

  test("are minutes where there are few hours", () => {
    expect(timeTicks(monday + 3 * 60_000, monday + 33 * 60_000, 8).map(({ at }) => (at - monday) / 60_000)).toEqual([
      5, 10, 15, 20, 25, 30,
    ]);
    expect(timeTicks(monday, monday + 2 * hourMs, 4)).toHaveLength(4);
  });

  test("of days of UTC stand in their middle, and the last day always has its name", () => {
    const found = dayMiddles(monday, monday + 14 * dayMs, 5);
    expect(found.at(-1)).toEqual({ at: monday + 13.5 * dayMs, label: "Sun 29" });
    expect(found).toHaveLength(5);
  });
});

describe("bars", () => {
  const frame = frameOf(456, 134, { begin: monday, stepMs: hourMs, steps: 4, max: 100 });

  test("stand on each other, as high as their values", () => {
    const [first, second] = boxesOf(frame, 0, [50, 25], false);
    expect(first).toMatchObject({ y: 60, height: 50 });
    expect(second).toMatchObject({ y: 35, height: 25 });
    expect(first?.x).toBe(second?.x);
  });

  test("or beside each other, within their step", () => {
    const [first, second] = boxesOf(frame, 1, [50, 25], true);
    expect(first?.y).toBe(60);
    expect(second?.y).toBe(85);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThanOrEqual(frame.left + 2 * frame.step);
    expect(first?.x).toBeGreaterThanOrEqual(frame.left + frame.step);
  });

  test("of nothing are not drawn, and of little can be seen", () => {
    expect(boxesOf(frame, 0, [0], false)).toEqual([undefined]);
    expect(boxesOf(frame, 0, [0.001], false)[0]?.height).toBe(1);
  });
});

test("steps are gathered so that none is lost", () => {
  expect(gathered([1, 2, 3, 4, 5], 2)).toEqual([6, 9]);
  expect(gathered([1, 2], 28)).toEqual([1, 2]);
  expect(gathered([], 28)).toEqual([]);
});
