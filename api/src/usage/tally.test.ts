import { expect, test } from "@jest/globals";
import { Tally } from "./tally.ts";

const minute = Date.parse("2027-05-01T12:00:00Z");

test("a minute is told with its sum and its busiest second", () => {
  const tally = new Tally();
  for (const at of [0, 10, 20, 1_000, 59_999]) tally.add(1, minute + at);
  expect(tally.drain()).toEqual([{ minute, total: 5, peakSecond: 3 }]);
  expect(tally.drain()).toEqual([]);
});

test("a minute told of in parts adds up, and its busiest second is not cut in two", () => {
  const tally = new Tally();
  tally.add(2, minute);
  expect(tally.drain()).toEqual([{ minute, total: 2, peakSecond: 2 }]);
  tally.add(3, minute + 500);
  expect(tally.drain()).toEqual([{ minute, total: 3, peakSecond: 5 }]);
});

test("minutes that ended are all told", () => {
  const tally = new Tally();
  tally.add(1, minute);
  tally.add(4, minute + 60_000);
  tally.add(2, minute + 180_000);
  expect(tally.drain()).toEqual([
    { minute, total: 1, peakSecond: 1 },
    { minute: minute + 60_000, total: 4, peakSecond: 4 },
    { minute: minute + 180_000, total: 2, peakSecond: 2 },
  ]);
});

test("fractions of a millisecond are kept until they are whole, over minutes too", () => {
  const tally = new Tally();
  for (let i = 0; i < 5; i += 1) tally.add(0.3, minute + i * 60_000);
  const told = tally.drain();
  expect(told.reduce((sum, each) => sum + each.total, 0)).toBe(1);
  tally.add(0.5, minute + 5 * 60_000);
  expect(tally.drain().reduce((sum, each) => sum + each.total, 0)).toBe(1);
});
