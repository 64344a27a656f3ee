import { hourMs } from "../clock.ts";
import type { Attack } from "./attack.ts";
import type { Sighting, World } from "./simulate.ts";

/** Windows look back: what is found so long after an attack's end is still found of it. */
const afterwardsMs = hourMs;

/** An attack that a rule found, and how long after it began. */
export interface Catch {
  readonly attack: Attack;
  readonly rule: string;
  readonly afterMs: number;
}

/**
 * What was found of each attack, by rule: only what isn't found of the honest alone at that time. A project counts when the attack
 * is done to it or with it, a network when the attack comes from there.
 */
export function catchesOf(world: World, honestAlone: World): readonly Catch[] {
  const usual = groupBySubject(honestAlone.sightings);
  const causedByAttacks = world.sightings.filter(
    (sighting) => !(usual.get(keyOf(sighting)) ?? []).some((other) => overlap(sighting, other)),
  );
  return world.attacks.flatMap((attack) => {
    const first = new Map<string, number>();
    for (const sighting of causedByAttacks)
      if (isOf(attack, sighting, world))
        first.set(sighting.rule, Math.min(first.get(sighting.rule) ?? Number.POSITIVE_INFINITY, seenAt(attack, sighting)));
    return [...first].map(([rule, at]) => ({ attack, rule, afterMs: at - attack.startsAt }));
  });
}

/** What is found of those who do no harm: of the honest alone, what there is; among attackers, what no attack explains and was not there without them. */
export function touchedIn(world: World, honestAlone: World): readonly Sighting[] {
  if (world === honestAlone) return world.sightings;
  const usual = new Set(honestAlone.sightings.map(keyOf));
  return world.sightings.filter(
    (sighting) =>
      !usual.has(keyOf(sighting)) && !sighting.id.startsWith("own ") && !world.attacks.some((attack) => isOf(attack, sighting, world)),
  );
}

export const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

const keyOf = ({ rule, subject, id }: Sighting) => `${rule} ${subject} ${id}`;

const groupBySubject = (sightings: readonly Sighting[]) => Map.groupBy(sightings, keyOf);

const overlap = (one: Sighting, other: Sighting) => one.from <= other.to && other.from <= one.to;

const isOf = (attack: Attack, sighting: Sighting, { networks }: World) =>
  sighting.to >= attack.startsAt &&
  sighting.from <= attack.endsAt + afterwardsMs &&
  (sighting.subject === "project" ? attack.projects.includes(sighting.id) : networks.get(attack)?.has(sighting.id) === true);

const seenAt = (attack: Attack, sighting: Sighting) => Math.max(attack.startsAt, sighting.from);
