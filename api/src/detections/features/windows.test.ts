import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { observation } from "../../../test/observation.ts";
import type { Observation } from "../observation.ts";
import { Buckets } from "./buckets.ts";
import { valuesOf } from "./features.ts";
import { distinctMax, Room, Tally } from "./tally.ts";
import { Windows } from "./windows.ts";

const t0 = Date.UTC(2026, 2, 29, 0, 59);
const minute = 60_000;
const project = { kind: "project", id: "prj_one" } as const;

const seenAt = fc
  .record({
    offset: fc.integer({ min: 0, max: 90 * minute }),
    status: fc.constantFrom(200, 201, 400, 404, 429, 500),
    target: fc.constantFrom("todos", "notes", "people", "x1", "x2"),
    address: fc.integer({ min: 0, max: 20 }),
    body: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  })
  .map(({ offset, status, target, address, body }) =>
    observation({ at: t0 + offset, status, target, address: `a${address}`, bodyDigest: body === null ? null : `b${body}` }),
  );

const intoWindows = (seen: readonly Observation[], windows: Windows) => {
  const buckets = new Buckets();
  for (const each of seen) buckets.observe(each);
  for (const bucket of buckets.drain()) windows.add(bucket);
};

const served = (seen: readonly Observation[], after: number, until: number) =>
  seen.filter(({ at, status }) => status < 500 && at > after && at <= until).length;

describe("a window", () => {
  test("holds what was seen in it, but for a minute at its far end (five of the longest), however requests come in and whenever it is looked at", () => {
    fc.assert(
      fc.property(
        fc.array(seenAt, { maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 10 * minute }), { maxLength: 12 }),
        (seen, steps) => {
          const windows = new Windows();
          let now = t0;
          let from = t0 - 1;
          for (const step of steps) {
            now += step;
            const come = seen.filter(({ at }) => at > from && at <= now);
            from = now;
            intoWindows(come, windows);
            windows.sweep(now);
            const known = seen.filter(({ at }) => at <= now);
            for (const length of [minute, 5 * minute, 60 * minute]) {
              const { requests } = windows.look(project, now, length).counts;
              const edge = length === 60 * minute ? 5 * minute : minute;
              expect(requests).toBeGreaterThanOrEqual(served(known, now - length + edge, now));
              expect(requests).toBeLessThanOrEqual(served(known, now - length - minute, now));
            }
          }
        },
      ),
    );
  });

  test("never tells of more than there was, when the clock jumps forth and back", () => {
    fc.assert(
      fc.property(
        fc.array(seenAt, { maxLength: 40 }),
        fc.array(fc.integer({ min: -200 * minute, max: 400 * minute }), { maxLength: 15 }),
        (seen, jumps) => {
          const windows = new Windows();
          intoWindows(seen, windows);
          for (const jump of jumps) {
            const now = t0 + jump;
            const { requests } = windows.look(project, now, 60 * minute).counts;
            expect(requests).toBeLessThanOrEqual(served(seen, now - 61 * minute, now + 10_000));
            windows.sweep(now);
          }
        },
      ),
    );
  });

  test("forgets what lies behind, and takes no memory for it", () => {
    const windows = new Windows();
    intoWindows([observation({ at: t0 })], windows);
    windows.sweep(t0 + 62 * minute);
    expect([...windows.subjects()]).toEqual([]);
  });

  test("forgets what a clock that was ahead left behind", () => {
    const windows = new Windows();
    intoWindows([observation({ at: t0 + 600 * minute })], windows);
    windows.sweep(t0);
    expect([...windows.subjects()]).toEqual([]);
  });
});

describe("what several processes saw", () => {
  test("comes to the same features as if one had seen it all, also when it was written down between", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(seenAt, fc.integer({ min: 0, max: 2 })), { maxLength: 80 }), (seen) => {
        const room = new Room(10_000);
        const whole = new Tally(room);
        for (const [each] of seen) whole.add(each);
        const merged = new Tally(room);
        for (const which of [0, 1, 2]) {
          const part = new Tally(room);
          for (const [each, process] of seen) if (process === which) part.add(each);
          merged.merge(Tally.of(JSON.parse(JSON.stringify(part.toRecord())), room));
        }
        expect(valuesOf("project", merged)).toEqual(valuesOf("project", whole));
        expect(new Map(merged.endpoints)).toEqual(new Map(whole.endpoints));
      }),
    );
  });
});

describe("memory", () => {
  test("stays bounded whatever is sent", () => {
    const room = new Room(1_500);
    const tally = new Tally(room);
    for (let i = 0; i < 20_000; i += 1) {
      tally.add(
        observation({
          address: `a${i}`,
          network: `n${i}`,
          keyId: `k${i}`,
          target: `t${i}`,
          status: i % 2 ? 404 : 200,
          bodyDigest: `b${i}`,
        }),
      );
    }
    const entries = (tally: Tally) => {
      const { distinct, bodies, endpoints } = tally.toRecord();
      return [...Object.values(distinct), Object.keys(bodies), Object.keys(endpoints)].flat().length;
    };
    expect(entries(tally)).toBeLessThanOrEqual(1_501);
    expect(tally.counts.requests).toBe(20_000);
    tally.release();
    expect(room.left).toBe(1_500);
  });

  test("numbers of different ones are exact up to a bound, and then that bound", () => {
    const tally = new Tally(new Room(10_000));
    for (let i = 0; i < 2 * distinctMax; i += 1) {
      tally.add(observation({ address: `a${i}` }));
      expect(tally.distinct("addresses")).toBe(Math.min(i + 1, distinctMax));
    }
  });

  test("a body that comes again and again is counted, although a thousand others come between", () => {
    const tally = new Tally(new Room(10_000));
    for (let i = 0; i < 1_000; i += 1) {
      tally.add(observation({ method: "POST", bodyDigest: `once${i}` }));
      if (i % 4 === 0) tally.add(observation({ method: "POST", bodyDigest: "again" }));
    }
    expect(tally.mostOfOneBody).toBeGreaterThan(200);
    expect(tally.mostOfOneBody).toBeLessThanOrEqual(250);
  });
});

test("what failed on our side is in no feature", () => {
  const tally = new Tally(new Room(100));
  tally.add(observation({ status: 503, code: "database_unavailable" }));
  tally.add(observation({ status: 500 }));
  expect(valuesOf("project", tally)).toEqual(valuesOf("project", new Tally(new Room(1))));
});

test("what limits and sanctions refuse is not held against a project", () => {
  const tally = new Tally(new Room(100));
  tally.add(observation({ status: 429, code: "quota_exceeded" }));
  tally.add(observation({ status: 403, code: "project_suspended" }));
  expect(valuesOf("project", tally)).toMatchObject({ requests: 2, limitRefusals: 2, clientErrors: 0, denied: 0 });
});

test("a network that does nothing strange is not followed", () => {
  const buckets = new Buckets();
  buckets.observe(observation());
  buckets.observe(observation({ network: "network-2", projectId: null, keyId: null, keyKind: null, status: 401, code: "invalid_api_key" }));
  expect(buckets.drain().map(({ subject }) => subject)).toEqual([project, { kind: "network", id: "network-2" }]);
});
