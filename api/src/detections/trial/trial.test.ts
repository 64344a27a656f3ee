import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { observation } from "../../../test/observation.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { Detector } from "../detector.ts";
import { Buckets } from "../features/buckets.ts";
import { featuresFor, partsOf, valuesOf } from "../features/features.ts";
import { Room, Tally } from "../features/tally.ts";
import type { Observation } from "../observation.ts";
import { record } from "../queries/windows.ts";
import { rulesOfTrials } from "../rules/shipped.ts";
import type { Sighting } from "./sightings.ts";
import { Trial } from "./trial.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minute = 60_000;
const t0 = Date.UTC(2026, 2, 4, 9, 50);
const every = (ms: number, count: number, make: (index: number) => Partial<Observation>, from = t0) =>
  Array.from({ length: count }, (_, index) => observation({ at: from + index * ms, ...make(index) }));

/** Decent use, a walk along names over the turn of an hour, broken requests for hours, and keys that are guessed. */
const seen = [
  ...every(20_000, 1_000, (index) => ({ projectId: "prj_honest", address: `a${index % 40}`, target: `t${index % 5}` })),
  ...every(1_500, 500, (index) => ({ projectId: "prj_walker", target: `name${index}`, status: 404, code: "PGRST205" }), t0 + 7 * minute),
  ...every(2_000, 300, () => ({ projectId: "prj_walker", target: "todos" }), t0 + 90 * minute),
  ...every(15_000, 1_200, (index) => ({
    ...{ projectId: "prj_broken", method: "POST", bodyDigest: `b${index}` },
    ...(index % 10 < 7 ? { status: 400, code: "PGRST204" } : {}),
  })),
  ...every(1_000, 200, () => ({ projectId: null, keyId: null, target: "", status: 401, code: "invalid_api_key" }), t0 + 30 * minute),
];
const end = t0 + 7 * 60 * minute;

const rules = rulesOfTrials.filter(({ kind }) => kind !== "spike");
const shortly = (all: readonly Sighting[]) =>
  all
    .map(({ ruleId, subject, from, to, score }) => ({ ruleId, id: subject.id, from, to, score }))
    .sort((a, b) => (a.ruleId + a.id < b.ruleId + b.id ? -1 : 1));

const tryAll = () =>
  world.store.transact("platform", async (db) => {
    const trial = new Trial(db, { rules, from: t0, to: end, projectId: undefined, rowsMax: 1_000_000 });
    return { sightings: shortly((await trial.run()) ?? []), rowsRead: trial.rowsRead };
  });

describe("what is tried on recordings", () => {
  test("is found as a detector finds it that sees everything, whether minutes are summed yet or not", async () => {
    const buckets = new Buckets();
    for (const each of seen) buckets.observe(each);
    const recorded = buckets.drain();
    await world.store.transact("platform", (db) => record(db, recorded, new Date(end).toISOString()));
    const detector = new Detector({ rules, history: { total: () => undefined, planPerDay: () => undefined } });
    const found = new Map<string, { from: number; to: number }>();
    for (let at = t0 + minute; at <= end; at += minute) {
      for (const each of recorded) if (each.startsAt >= at - minute && each.startsAt < at) detector.absorb(each, at - minute);
      for (const { ruleId, subject } of detector.evaluate(at - 1)) {
        const place = `${ruleId} ${subject.id}`;
        found.set(place, { from: found.get(place)?.from ?? at, to: Math.min(at + minute, end) });
      }
    }
    const wanted = [...found].map(([place, period]) => ({ place, ...period })).sort((a, b) => (a.place < b.place ? -1 : 1));
    const placed = ({ ruleId, id, from, to }: { ruleId: string; id: string; from: number; to: number }) => ({
      place: `${ruleId} ${id}`,
      from,
      to,
    });
    const before = await tryAll();
    expect(before.sightings.map(placed)).toEqual(wanted);
    expect(wanted.map(({ place }) => place)).toEqual(
      expect.arrayContaining(["names_walked prj_walker", "endpoint_errors prj_broken", "key_guessing network-1"]),
    );
    await world.work("summariseFeatures", {});
    expect(await world.clone.query("select id from feature_windows")).toEqual([]);
    const after = await tryAll();
    expect(after.sightings.map(placed)).toEqual(wanted);
    expect(after.rowsRead).toBeLessThan(before.rowsRead);
  });

  test("leaves alone the hours in which nothing can be found, and stops where too much would be read", async () => {
    const only = rulesOfTrials.filter(({ key }) => key === "ddl_storm");
    await world.store.transact("platform", async (db) => {
      const asked = { rules: only, from: t0, to: end, projectId: undefined };
      const trial = new Trial(db, { ...asked, rowsMax: 100 });
      expect(await trial.run()).toEqual([]);
      expect(trial.subjects.size).toBe(3);
      expect(await new Trial(db, { ...asked, rules, rowsMax: 100 }).run()).toBeUndefined();
    });
  });
});

test("each feature says which parts of a tally it is made from", () => {
  const whole = new Tally(new Room(10_000));
  for (const each of [...seen, observation({ keyKind: "secret", isExport: true, method: "POST", rowsWritten: 3, bodyDigest: "b" })])
    whole.add(each);
  const { counts, distinct, bodies, endpoints } = whole.toRecord();
  for (const kind of ["project", "network"] as const) {
    for (const { name } of featuresFor(kind)) {
      const parts = partsOf([name]);
      const left = {
        counts,
        distinct: Object.fromEntries(Object.entries(distinct).filter(([part]) => parts.some((each) => each === part))),
        bodies: parts.includes("bodies") ? bodies : {},
        endpoints: parts.includes("endpoints") ? endpoints : {},
      };
      const values = valuesOf(kind, Tally.of(left, new Room(10_000)));
      expect({ [name]: values[name] }).toEqual({ [name]: valuesOf(kind, whole)[name] });
    }
  }
});
