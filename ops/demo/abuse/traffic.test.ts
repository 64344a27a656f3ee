import { describe, expect, test } from "@jest/globals";
import type { Observation } from "@nextmavens/api/detections";
import { hourMs } from "../clock.ts";
import { type AttackPlan, attackKinds, attackOf } from "./attack.ts";
import { openAttackers } from "./attackers.ts";
import { openHalfOf } from "./draw.ts";
import { endsAt, startsAt } from "./fortnight.ts";
import { honestOf, honestProjects } from "./honest.ts";
import { keptAttackers } from "./kept.ts";
import { merged } from "./stream.ts";

const attackers: readonly AttackPlan[] = [...openAttackers, ...keptAttackers];
const honestNamed = (name: string, seed: number) => honestOf(seed).find((honest) => honest.name === name)?.stream ?? [];
const isInOrder = (observations: readonly Observation[]) => observations.every(({ at }, n) => at >= (observations[n - 1]?.at ?? 0));

describe("the honest", () => {
  test("are some sixty projects, each with a name of its own, and people whom no key names", () => {
    expect(honestProjects.length).toBeGreaterThanOrEqual(60);
    expect(new Set(honestProjects).size).toBe(honestProjects.length);
    expect(honestOf(1).filter(({ isProject }) => isProject)).toHaveLength(honestProjects.length);
    expect(honestOf(1).filter(({ isProject }) => !isProject).length).toBeGreaterThan(20);
  });

  test.each(["hobby-1", "migration-2", "nightly-export-1", "ci-1", "a class that signs up 2"])(
    "%s comes in the order of its times",
    (name) => {
      const observations = [...honestNamed(name, 1)];
      expect(observations.length).toBeGreaterThan(10);
      expect(isInOrder(observations)).toBe(true);
      expect(observations[0]?.at).toBeGreaterThanOrEqual(startsAt);
      expect(observations.at(-1)?.at).toBeLessThan(endsAt + hourMs);
    },
  );

  test("are the same of the same seed, and others of another", () => {
    expect([...honestNamed("launch-1", 3)]).toEqual([...honestNamed("launch-1", 3)]);
    expect([...honestNamed("launch-1", 4)]).not.toEqual([...honestNamed("launch-1", 3)]);
  });

  test("on telephones share one key from thousands of addresses in few networks", () => {
    const telephones = [...honestNamed("mobile-1", 1)].filter(({ keyKind }) => keyKind === "publishable");
    expect(new Set(telephones.map(({ keyId }) => keyId)).size).toBe(1);
    expect(new Set(telephones.map(({ address }) => address)).size).toBeGreaterThan(1000);
    expect(new Set(telephones.map(({ network }) => network)).size).toBeLessThan(20);
  });

  test("come again while we fail, and our failing is ours", () => {
    const failed = honestOf(1)
      .filter(({ kind }) => kind === "one-office" || kind === "social" || kind === "reports")
      .flatMap(({ stream }) => [...stream].filter(({ code }) => code === "database_unavailable"));
    expect(failed.length).toBeGreaterThan(50);
    expect(failed.every(({ status, rowsWritten }) => status === 503 && rowsWritten === 0)).toBe(true);
  });
});

describe("the attackers", () => {
  test.each(attackKinds)("of %s are eight, of which lots keep four aside", (kind) => {
    const namesIn = (plans: readonly AttackPlan[]) => plans.filter((plan) => plan.kind === kind).map(({ name }) => name);
    expect(namesIn(attackers)).toHaveLength(8);
    expect(new Set(namesIn(openAttackers))).toEqual(openHalfOf(kind, namesIn(attackers)));
    expect(namesIn(keptAttackers)).toHaveLength(4);
  });

  test("have names of their own, and victims that there are", () => {
    expect(new Set(attackers.map(({ name }) => name)).size).toBe(attackers.length);
    expect(honestProjects).toEqual(expect.arrayContaining(attackers.flatMap(({ victims = [] }) => victims)));
  });

  test.each([
    ["open", openAttackers],
    ["kept", keptAttackers],
  ])("of the %s half never share a victim within an hour, so that it is plain who was found", (_, half) => {
    const deeds = half.map((plan) => attackOf(plan, 1));
    const clashes = deeds.flatMap((one, at) =>
      deeds
        .slice(at + 1)
        .filter((other) => one.projects.some((project) => other.projects.includes(project)))
        .filter((other) => one.startsAt < other.endsAt + 3 * hourMs && other.startsAt < one.endsAt + 3 * hourMs)
        .map((other) => `${one.name} and ${other.name}`),
    );
    expect(clashes).toEqual([]);
  });

  test.each(["walk-between-reads", "take-from-everybody", "accounts-at-random", "storm-of-tables"])(
    "%s acts in order and in its time",
    (name) => {
      const plan = attackers.find((one) => one.name === name);
      if (!plan) throw new Error(`no attacker ${name}`);
      const { stream, ...attack } = attackOf(plan, 1);
      const acts = [...stream];
      expect(isInOrder(acts)).toBe(true);
      expect(acts.length).toBeGreaterThan(20);
      expect(acts.every(({ at }) => at >= attack.startsAt && at <= attack.endsAt)).toBe(true);
      expect([...attackOf(plan, 1).stream]).toEqual(acts);
      expect(attackOf(plan, 2).startsAt).not.toBe(attack.startsAt);
    },
  );
});

test("streams are merged by time, and none is lost", () => {
  const of = (...times: number[]) => times.map((at) => ({ at }) as Observation);
  const all = [...merged([of(1, 4, 4, 9), of(), of(2), of(0, 4, 11)])];
  expect(all.map(({ at }) => at)).toEqual([0, 1, 2, 4, 4, 4, 9, 11]);
});
