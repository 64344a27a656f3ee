import type { Chance } from "../chance.ts";
import { hourMs } from "../clock.ts";
import { demandInHour } from "../demand.ts";
import type { Use } from "../plan.ts";
import { endsAt, startsAt } from "./fortnight.ts";

export interface Arrival {
  readonly at: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** By the rhythm of those who come: hours of the day, days of the week, and chance. */
export function* visits(use: Use, path: readonly (string | number)[], chance: Chance): Generator<Arrival> {
  for (let hour = startsAt; hour < endsAt; hour += hourMs) {
    const expected = demandInHour({ use, path, madeAt: startsAt }, hour);
    yield* scattered({ from: hour, to: hour + hourMs }, expected, chance);
  }
}

/** So many on average, anywhere in a span, independent of each other. */
export function scattered({ from, to }: Span, expected: number, chance: Chance): Arrival[] {
  const times = Array.from({ length: poisson(expected, chance) }, () => Math.floor(chance.between(from, to)));
  return times.sort((a, b) => a - b).map((at) => ({ at }));
}

/** By a clock, each a little late. */
export function* ticks({ from, to }: Span, everyMs: number, lateMs: number, chance: Chance): Generator<Arrival> {
  for (let at = from; at < to; at += everyMs) yield { at: Math.floor(at + chance.between(0, Math.min(lateMs, everyMs * 0.9))) };
}

/** How often something happens that is expected so many times. Large numbers are near enough to a bell curve. */
function poisson(expected: number, chance: Chance): number {
  if (expected > 50) return Math.max(0, Math.round(expected + Math.sqrt(expected) * bell(chance)));
  const limit = Math.exp(-expected);
  let count = 0;
  for (let product = chance.next(); product > limit; product *= chance.next()) count += 1;
  return count;
}

const bell = (chance: Chance): number => Array.from({ length: 12 }, () => chance.next()).reduce((total, value) => total + value, -6);
