import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  effectiveLimits,
  isReached,
  type LimitSources,
  metrics,
  needsTwo,
  refusalHeaders,
  resetsAt,
  throttledTo,
  windowAt,
} from "./rules.ts";

const at = (time: string) => Date.parse(`2027-05-01T${time}Z`);
const noon = at("12:00:00");
const override = (id: string, limit: number, from: string, to: string) => ({
  id,
  metric: "requests_per_day" as const,
  limit,
  startsAt: `2027-05-01T${from}Z`,
  endsAt: `2027-05-01T${to}Z`,
});
const sources = (more: Partial<LimitSources> = {}): LimitSources => ({
  planId: "free",
  plan: [{ metric: "requests_per_day", limit: 100 }],
  quotas: [],
  overrides: [],
  ...more,
});
const limitNow = (more: Partial<LimitSources>) => effectiveLimits(sources(more), noon).limits.requests_per_day;

test("what throttles a project leaves a tenth of a limit and never stops it altogether", () => {
  expect([0, 1, 5, 100].map(throttledTo)).toEqual([0, 1, 1, 10]);
});

test.each([
  [1_000, { plan: 100, quota: undefined }, false],
  [1_001, { plan: 100, quota: undefined }, true],
  [1_001, { plan: 100, quota: { limit: 500, proposedBy: null } }, true],
  [4_000, { plan: 100, quota: { limit: 500, proposedBy: "stf_1" } }, false],
  [1_000, { plan: 100, quota: { limit: 1, proposedBy: null } }, false],
  [1_001, { plan: 100, quota: { limit: 1, proposedBy: "stf_1" } }, true],
  [4_000, { plan: 100, quota: { limit: 5_000, proposedBy: null } }, false],
])("a limit of %i with %j needs two persons: %s", (limit, usual, isForTwo) => expect(needsTwo(limit, usual, 10)).toBe(isForTwo));

describe("what limits a project", () => {
  const quota = { id: "quo_1", metric: "requests_per_day" as const, limit: 50 };
  test.each<[string, Partial<LimitSources>, object]>([
    ["its plan, where nothing else was set", {}, { limit: 100, source: { kind: "plan", id: "free" } }],
    ["its quota, before its plan", { quotas: [quota] }, { limit: 50, source: { kind: "quota", id: "quo_1" } }],
    ["a quota of 0 as well", { quotas: [{ ...quota, limit: 0 }] }, { limit: 0, source: { kind: "quota", id: "quo_1" } }],
    [
      "an override in force, before its quota",
      { quotas: [quota], overrides: [override("ovr_1", 7, "11:00:00", "13:00:00")] },
      { limit: 7, source: { kind: "override", id: "ovr_1", until: "2027-05-01T13:00:00Z" } },
    ],
    [
      "the newest of several overrides in force, whichever ends last",
      { overrides: [override("ovr_2", 8, "11:30:00", "12:30:00"), override("ovr_1", 7, "11:00:00", "13:00:00")] },
      { limit: 8, source: { kind: "override", id: "ovr_2", until: "2027-05-01T12:30:00Z" } },
    ],
    ["an override from the moment it starts", { overrides: [override("ovr_1", 7, "12:00:00", "13:00:00")] }, { limit: 7 }],
    ["no override at the moment it ends", { overrides: [override("ovr_1", 7, "11:00:00", "12:00:00")] }, { limit: 100 }],
    ["no override that is still ahead", { overrides: [override("ovr_1", 7, "12:00:01", "13:00:00")] }, { limit: 100 }],
    ["nothing but 0, where not even its plan says anything", { plan: [] }, { limit: 0, source: { kind: "plan" } }],
  ])("is %s", (_, more, expected) => {
    expect(limitNow(more)).toMatchObject(expected);
  });

  test("knows a limit for every metric", () => {
    expect(Object.keys(effectiveLimits(sources(), noon).limits)).toEqual([...metrics]);
  });

  test("changes by itself when the next override starts or ends, and else not", () => {
    const overrides = [override("ovr_1", 7, "11:00:00", "13:00:00"), override("ovr_2", 8, "12:10:00", "12:30:00")];
    const changesAt = (now: number) => effectiveLimits(sources({ overrides }), now).nextChangeAt;
    expect([noon, at("12:10:00"), at("12:30:00"), at("13:00:00")].map(changesAt)).toEqual([
      at("12:10:00"),
      at("12:30:00"),
      at("13:00:00"),
      undefined,
    ]);
  });
});

describe("windows", () => {
  test("a day is one of UTC, and resets at its end", () => {
    expect(windowAt("day", noon)).toEqual({ startsAt: at("00:00:00"), endsAt: Date.parse("2027-05-02T00:00:00Z") });
    expect(resetsAt("rows_written_per_day", at("23:59:59"))).toBe("2027-05-02T00:00:00.000Z");
    expect(resetsAt("requests_per_second", at("12:00:00.250"))).toBe("2027-05-01T12:00:01.000Z");
  });

  test("days and months of UTC follow each other without a gap, through leap years, summer time and leap seconds", () => {
    const moments = fc.date({ min: new Date("1970-01-01Z"), max: new Date("2200-01-01Z"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.constantFrom("second", "day", "month"), (moment, window) => {
        const now = moment.getTime();
        const { startsAt, endsAt } = windowAt(window, now);
        expect(startsAt <= now && now < endsAt).toBe(true);
        expect(windowAt(window, endsAt - 1)).toEqual({ startsAt, endsAt });
        expect(windowAt(window, endsAt).startsAt).toBe(endsAt);
        if (window !== "second") expect(new Date(startsAt).toISOString()).toMatch(/T00:00:00.000Z$/);
        if (window === "month") expect(new Date(startsAt).getUTCDate()).toBe(1);
      }),
    );
  });

  test("bytes are a level, which never resets, and a database that holds its cap is full", () => {
    expect(resetsAt("database_bytes", noon)).toBeNull();
    expect([99, 100, 101].map((bytes) => isReached(100, bytes))).toEqual([false, true, true]);
  });
});

test("a refusal says when to come again, and its policy as structured fields", () => {
  expect(refusalHeaders("requests_per_day", 500, 3_600_001, noon)).toEqual({
    "retry-after": "3601",
    "ratelimit-policy": '"requests_per_day";q=500;w=86400',
    ratelimit: '"requests_per_day";r=0;t=3601',
  });
  expect(refusalHeaders("requests_per_second", 5, 3, noon)).toMatchObject({
    "retry-after": "1",
    "ratelimit-policy": '"requests_per_second";q=5;w=1',
  });
  expect(refusalHeaders("database_bytes", Number.MAX_SAFE_INTEGER, undefined, noon)["ratelimit-policy"]).toBe(
    '"database_bytes";q=999999999999999',
  );
});
