import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { observation } from "../../test/observation.ts";
import { ErrorSeries, findBurn } from "./burn.ts";
import { Detector } from "./detector.ts";
import type { Observation } from "./observation.ts";
import { rulesOfTrials } from "./rules/shipped.ts";
import { baselineAt, findSpike, type History, LearnedHistory, median } from "./spikes.ts";

const t0 = Date.UTC(2026, 2, 29, 0, 30);
const second = 1_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What the shipped rules find of these, looked at every ten seconds until a minute after the last. */
function watch(seen: readonly Observation[], detector = new Detector({ rules: rulesOfTrials })) {
  const found = new Map<string, number>();
  const last = Math.max(...seen.map(({ at }) => at));
  const waiting = seen.toSorted((a, b) => a.at - b.at);
  for (let now = (waiting[0]?.at ?? 0) + 10 * second; now <= last + minute; now += 10 * second) {
    while ((waiting[0]?.at ?? Number.POSITIVE_INFINITY) <= now) detector.observe(waiting.shift() as Observation);
    for (const each of detector.evaluate(now)) if (!found.has(each.ruleKey)) found.set(each.ruleKey, now);
  }
  return found;
}

/** One request every so many milliseconds, for a while. */
const every = (ms: number, lengthMs: number, make: (index: number) => Partial<Observation>, from = t0) =>
  Array.from({ length: Math.floor(lengthMs / ms) }, (_, index) => observation({ at: from + index * ms, ...make(index) }));

const attacks: readonly [string, readonly Observation[]][] = [
  [
    "key_guessing",
    every(500, 2 * minute, () => ({ projectId: null, keyId: null, keyKind: null, target: "", status: 401, code: "invalid_api_key" })),
  ],
  ["sign_up_burst", every(10 * second, 5 * minute, () => ({ projectId: null, keyId: null, keyKind: null, door: "auth", isSignUp: true }))],
  [
    "password_guessing",
    every(2 * second, 3 * minute, () => ({
      projectId: null,
      keyId: null,
      keyKind: null,
      door: "auth",
      status: 401,
      code: "wrong_credentials",
    })),
  ],
  ["many_doors", every(second, 2 * minute, (i) => ({ projectId: `prj_${i % 20}`, status: 403, code: "42501" }))],
  ["names_walked", every(second, 2 * minute, (i) => ({ target: `name${i}`, status: 404, code: "PGRST205" }))],
  ["injection_probes", every(2 * second, 2 * minute, () => ({ isProbe: true, status: 400, code: "PGRST100" }))],
  ["refused_statements", every(500, 2 * minute, () => ({ status: 400, code: "42703" }))],
  ["forbidden_doors", every(500, 2 * minute, () => ({ status: 401, code: "42501" }))],
  ["forged_tokens", every(500, 2 * minute, () => ({ status: 401, code: "PGRST301" }))],
  ["secret_key_leaked", every(5 * second, 2 * minute, (i) => ({ keyKind: "secret", network: `n${i}`, address: `a${i}` }))],
  ["identical_writes", every(second, 3 * minute, () => ({ method: "POST", status: 201, rowsWritten: 1, bodyDigest: "same" }))],
  ["ddl_storm", every(500, 2 * minute, () => ({ door: "sql", method: "POST", isDdl: true }))],
  ["everything_exported", every(2 * second, minute, (i) => ({ door: "bulk", target: `t${i}`, isExport: true, bytesOut: 100_000 }))],
  ["endpoint_errors", every(second, 6 * minute, () => ({ status: 400, code: "PGRST204", method: "POST" }))],
];

describe("of the shipped rules", () => {
  test.each(attacks)("%s finds what it is for", (key, seen) => expect([...watch(seen).keys()]).toContain(key));

  test("none finds anything in hours of a decent application", () => {
    const people = every(4 * second, 6 * hour, (i) => ({
      address: `a${i % 90}`,
      network: `n${i % 70}`,
      method: i % 7 === 0 ? "POST" : "GET",
      rowsWritten: i % 7 === 0 ? 1 : 0,
      bodyDigest: i % 7 === 0 ? `b${i % 5_000}` : null,
      target: ["todos", "people", "notes"][i % 3] as string,
      status: i % 50 === 0 ? 400 : 200,
      code: i % 50 === 0 ? "23505" : null,
    }));
    expect([...watch(people).keys()]).toEqual([]);
  });

  test("none finds anything in what failed on our side", () => {
    const failed = attacks.flatMap(([, seen]) => seen).map((each) => ({ ...each, status: 503, code: "database_unavailable" }));
    expect([...watch(failed).keys()]).toEqual([]);
  });
});

describe("a detection", () => {
  const walk = every(second, 2 * minute, (i) => ({ target: `name${i}`, status: 404, code: "PGRST205" }));
  const rules = rulesOfTrials.filter(({ key }) => key === "names_walked");

  test("tells what it was decided from", () => {
    const detector = new Detector({ rules });
    for (const each of walk) detector.observe(each);
    expect(detector.evaluate(t0 + 2 * minute)).toEqual([
      expect.objectContaining({
        kind: "pattern",
        ruleKey: "names_walked",
        projectId: "prj_one",
        isNew: true,
        inputs: {
          expression: expect.stringContaining("missingTargets"),
          windowSeconds: 300,
          features: expect.objectContaining({ missingTargets: 120, notFound: 120, requests: 120, targets: 0 }),
        },
      }),
    ]);
  });

  test("is not new while it lasts, is over when its window has passed, and is new again only after the cool-down", () => {
    const detector = new Detector({ rules });
    const look = (now: number) => detector.evaluate(now).map(({ isNew }) => isNew);
    for (const each of walk) detector.observe(each);
    expect(look(t0 + 2 * minute)).toEqual([true]);
    expect(look(t0 + 2 * minute + 10 * second)).toEqual([false]);
    expect(look(t0 + 8 * minute)).toEqual([]);
    const again = (from: number) => walk.map((each) => ({ ...each, at: each.at - t0 + from }));
    for (const each of again(t0 + 20 * minute)) detector.observe(each);
    expect(look(t0 + 22 * minute)).toEqual([false]);
    for (const each of again(t0 + 3 * hour)) detector.observe(each);
    expect(look(t0 + 3 * hour + 2 * minute)).toEqual([true]);
  });

  test("is not made by rules that are off, or that can't be read", () => {
    const [rule] = rules;
    const detector = new Detector({ rules: rules.map((each) => ({ ...each, isEnabled: false })) });
    for (const each of walk) detector.observe(each);
    expect(detector.evaluate(t0 + 2 * minute)).toEqual([]);
    detector.rules = [{ ...rule, expression: "missingTargets >" } as never];
    expect(detector.evaluate(t0 + 2 * minute)).toEqual([]);
  });

  test("comes of the same requests whatever order they come in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(walk, { minLength: walk.length, maxLength: walk.length }), (seen) => {
        const detector = new Detector({ rules });
        for (const each of seen) detector.observe(each);
        expect(detector.evaluate(t0 + 2 * minute)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  test("survives a clock that jumps: nothing is found that was not there", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2 * day, max: 2 * day }), { maxLength: 10 }), (jumps) => {
        const detector = new Detector({ rules });
        for (const jump of jumps) {
          detector.observe(observation({ at: t0 + jump }));
          expect(detector.evaluate(t0 + jump)).toEqual([]);
        }
        for (const each of walk) detector.observe(each);
        expect(detector.evaluate(t0 + 2 * minute)).toHaveLength(1);
      }),
    );
  });
});

const flat = (perHour: number | ((at: number) => number | undefined), planPerDay?: number): History => ({
  total: (_project, _metric, at) => (typeof perHour === "number" ? perHour : perHour(at)),
  planPerDay: () => planPerDay,
});

describe("what is usual", () => {
  const at = Date.UTC(2026, 2, 29, 1, 30);

  test("is the median of this hour of the week in UTC, also where clocks were changed between", () => {
    const asked: number[] = [];
    const history = flat((start) => {
      asked.push(start);
      return 1_200;
    });
    expect(baselineAt(history, "prj_one", "requests", at)).toEqual({ from: "hour_of_week", samples: 15, median: 100, deviation: 10 });
    for (const start of asked)
      expect([0, hour, 2 * hour]).toContain(
        (start - Date.UTC(2026, 2, 29)) % (7 * day) === 0 ? 0 : (((start - Date.UTC(2026, 2, 29)) % (7 * day)) + 7 * day) % (7 * day),
      );
  });

  test("is hardly moved by an hour in which everything was different", () => {
    const history = flat((start) => (start === Date.UTC(2026, 2, 22, 1) ? 1_000_000 : 1_200));
    expect(baselineAt(history, "prj_one", "requests", at)).toMatchObject({ median: 100, deviation: 10 });
  });

  test("is that of this hour on other days where weeks are not known, and the plan's even share where days are not", () => {
    const fromDays = flat((start) => (start > at - 8 * day ? 600 : undefined));
    expect(baselineAt(fromDays, "prj_one", "requests", at)).toMatchObject({ from: "hour_of_day", median: 50 });
    expect(
      baselineAt(
        flat(() => undefined, 288_000),
        "prj_one",
        "requests",
        at,
      ),
    ).toMatchObject({ from: "plan", samples: 0, median: 1_000 });
    expect(
      baselineAt(
        flat(() => undefined),
        "prj_one",
        "requests",
        at,
      ),
    ).toBeUndefined();
  });

  test("can be learned: hours without anything count as such once the project is known", () => {
    const history = new LearnedHistory();
    history.learn("prj_one", "requests", t0, 5);
    history.learn("prj_one", "requests", t0 + 1, 5);
    const started = t0 - (t0 % hour);
    expect([started - hour, started, started + hour].map((each) => history.total("prj_one", "requests", each))).toEqual([undefined, 10, 0]);
  });

  test("the median lies between the least and the greatest, and half of all are no greater", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const middle = median(values);
        expect(values.filter((each) => each <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((each) => each >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });
});

describe("a spike", () => {
  const baseline = { from: "hour_of_week", samples: 15, median: 100, deviation: 10 } as const;
  test.each([
    ["two of three windows above", [500, 90, 400], true],
    ["one of three", [5_000, 90, 100], false],
    ["below the floor", [290, 290, 290], false],
    ["above the floor, but usual", [300, 300, 300], true],
    ["not far enough above", [150, 150, 150], false],
  ])("%s: %j", (_what, values, isOne) => {
    expect(findSpike(values, baseline, { threshold: 8, floor: 300 }) !== undefined).toBe(isOne);
  });

  test("is found by a detector that learned a fortnight, and tells baseline and score", () => {
    const rules = rulesOfTrials.filter(({ key }) => key === "requests_spike");
    const detector = new Detector({ rules });
    for (let at = t0 - 14 * day; at < t0; at += 5 * minute) {
      for (let i = 0; i < 5; i += 1) detector.observe(observation({ at: at + i * second }));
      if (at % hour === 0) expect(detector.evaluate(at + 5 * second)).toEqual([]);
    }
    for (let i = 0; i < 6_000; i += 1) detector.observe(observation({ at: t0 + i * 100 }));
    const [found] = detector.evaluate(t0 + 10 * minute);
    expect(found).toMatchObject({
      kind: "spike",
      isNew: true,
      inputs: { metric: "requests", baseline: { from: "hour_of_day" }, above: 2 },
    });
    expect(found?.score).toBeGreaterThan(1);
  });
});

describe("errors of an endpoint", () => {
  const rule = { objective: 0.95, requestsMin: 100 };
  const series = (minutes: number, requests: number, errors: number, until = t0) => {
    const made = new ErrorSeries();
    for (let i = 0; i < minutes; i += 1) made.add(until - i * minute, requests, errors);
    return made;
  };

  test("that use up the allowance fast in both windows are found, and in which", () => {
    expect(findBurn(series(60, 10, 9), t0, rule)).toMatchObject({
      rate: 14.4,
      long: { requests: 600, errors: 540 },
      short: { requests: 50 },
    });
    expect(findBurn(series(360, 10, 4), t0, rule)).toMatchObject({ rate: 6, long: { minutes: 360 } });
  });

  test("that are over are not found any more, within half an hour", () => {
    const over = series(60, 10, 9);
    for (let i = 1; i <= 25; i += 1) over.add(t0 + i * minute, 10, 0);
    expect(findBurn(over, t0 + 25 * minute, rule)).toBeUndefined();
  });

  test("that are few, or within what is allowed, are not found", () => {
    expect(findBurn(series(60, 1, 1), t0, rule)).toBeUndefined();
    expect(findBurn(series(360, 10, 1), t0, rule)).toBeUndefined();
  });

  test("are those of the last six hours, whatever was there before", () => {
    const long = series(60, 10, 9, t0 - 7 * hour);
    expect(findBurn(long, t0, rule)).toBeUndefined();
    long.add(t0, 5, 5);
    expect(long.measure(t0, 360, 0.95)).toMatchObject({ requests: 5, errors: 5 });
  });
});
