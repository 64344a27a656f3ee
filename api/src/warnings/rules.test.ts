import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Threshold, thresholds, warningItem } from "../quotas/index.ts";
import { changesOf, reachedAt } from "./rules.ts";
import { quotaWarning } from "./words.ts";

describe("thresholds of a limit", () => {
  test.each<[used: number, open: Threshold[], reached: Threshold[], ended: Threshold[]]>([
    [49, [], [], []],
    [50, [], [50], []],
    [80, [50], [80], []],
    [97, [], [50, 80, 95], []],
    [100, [50, 80, 95], [100], []],
    [130, [50, 80, 95, 100], [], []],
    [76, [50, 80], [], []],
    [74, [50, 80], [], [80]],
    [44, [50, 80, 95], [], [50, 80, 95]],
  ])("at %i %% with %j told of, %j are new and %j are over", (used, open, reached, ended) => {
    expect(changesOf(used, 100, open)).toEqual({ reached, ended });
  });

  test("of a limit of nothing are never reached", () => {
    expect(changesOf(5, 0, [])).toEqual({ reached: [], ended: [] });
  });

  test("are told of once as use grows, whatever the steps, and the highest is the one that is reached", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.array(fc.double({ min: 0, max: 1.2, noNaN: true })),
        (limit, parts) => {
          const told: Threshold[] = [];
          for (const part of parts.toSorted((a, b) => a - b)) {
            const { reached, ended } = changesOf(part * limit, limit, told);
            expect(ended).toEqual([]);
            told.push(...reached);
          }
          expect(told).toEqual(thresholds.filter((each) => each <= Math.max(0, ...parts.map((part) => ((part * limit) / limit) * 100))));
        },
      ),
    );
  });
});

const sixPm = Date.parse("2027-05-10T18:00:00Z");

test("when a limit will be reached is told by its pace, and not told where that is after the window or unknown", () => {
  expect(reachedAt("requests_per_day", 90, 100, sixPm)).toBe(Date.parse("2027-05-10T20:00:00Z"));
  expect(reachedAt("requests_per_day", 75, 100, sixPm)).toBeUndefined();
  expect(reachedAt("requests_per_day", 100, 100, sixPm)).toBeUndefined();
  expect(reachedAt("database_bytes", 90, 100, sixPm)).toBeUndefined();
});

test("an item of the header is in the syntax of structured fields", () => {
  expect(warningItem("requests_per_day", 81, 100, sixPm)).toBe('requests_per_day;used=81;limit=100;resets="2027-05-11T00:00:00.000Z"');
  expect(warningItem("database_bytes", 2 ** 53 - 1, 2 ** 53 - 1, sixPm)).toBe("database_bytes;used=999999999999999;limit=999999999999999");
});

describe("what the owner is told", () => {
  const data = {
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Recipes",
    metric: "requests_per_day",
    threshold: 80,
    used: 81_234,
    limit: 100_000,
    source: "plan",
    resetsAt: "2027-05-11T00:00:00.000Z",
    reachedAt: "2027-05-10T20:00:00.000Z",
    limitsUrl: "https://example.com/api/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/quotas",
  } as const;

  test("is what happens next, when, and what to do", () => {
    const { subject, body } = quotaWarning(data);
    expect(subject).toBe("Your project Recipes has used 80 % of its requests of the day");
    expect(body).toContain("has used 81,234 requests of 100,000 requests, which is 81 %. The limit comes from your plan.");
    expect(body).toContain("What happens next: at 100,000 requests, each further request is refused");
    expect(body).toContain("until 2027-05-11 00:00 UTC, when counting begins anew");
    expect(body).toContain("When: if all goes on as until now, at about 2027-05-10 20:00 UTC.");
    expect(body).toContain("What you can do:");
  });

  test("at the limit is what happens now, and of a level how it ends", () => {
    const { subject, body } = quotaWarning({
      ...data,
      metric: "database_bytes",
      threshold: 100,
      used: 530_579_456,
      limit: 524_288_000,
      resetsAt: null,
      reachedAt: null,
    });
    expect(subject).toBe("Your project Recipes has used all of the room of its database");
    expect(body).toContain("has used 506 MB of 500 MB, which is 101 %");
    expect(body).toContain("What happens now: the project is restricted");
    expect(body).toContain("until there is room again");
  });
});
