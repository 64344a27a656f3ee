import { type Chance, chanceOf } from "../chance.ts";
import { hourMs, minuteMs } from "../clock.ts";
import { scattered } from "./arrivals.ts";
import { endsAt, onDay } from "./fortnight.ts";
import { coverOf } from "./honest-kinds.ts";
import type { Origin } from "./places.ts";
import { type Ask, callerOf, request } from "./requests.ts";
import { merged, type Stream, unfolded } from "./stream.ts";

export const attackKinds = [
  "key guessing",
  "enumeration",
  "injection probing",
  "leaked key",
  "identical writes",
  "burning",
  "exfiltration",
  "sign-up burst",
] as const;
export type AttackKind = (typeof attackKinds)[number];

/** One attack, as it is planned: how strong, from where, at whom. */
export interface AttackPlan {
  readonly kind: AttackKind;
  readonly name: string;
  /** When it begins, in days from the fortnight's beginning. */
  readonly day: number;
  readonly lastsHours: number;
  readonly perMinute: number;
  /** It rests in between: so many minutes of activity, once in so many. */
  readonly inBursts?: { readonly minutes: number; readonly every: number };
  readonly from: Origin;
  /** Honest projects that it is done to. */
  readonly victims?: readonly string[];
  /** How many projects of the attacker's own it is done with. */
  readonly own?: number;
  /** By which of a project's keys; none where keys are what is being looked for, or somebody signs up. */
  readonly by?: "publishable" | "secret";
  /** What its next request is, the first being number 0. */
  readonly what: (chance: Chance, number: number) => Ask;
}

/** An attack that takes place, with what is to be found of it. */
export interface Attack {
  readonly kind: AttackKind;
  readonly name: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly projects: readonly string[];
  /** What it does. */
  readonly stream: Stream;
  /** What goes on in its own projects besides, behind which it hides. */
  readonly cover: Stream;
}

export function attackOf(plan: AttackPlan, seed: number): Attack {
  const chance = chanceOf("abuse", seed, plan.name);
  const startsAt = Math.floor(onDay(plan.day) + chance.between(-1, 1) * hourMs);
  const span = { from: startsAt, to: Math.min(endsAt, startsAt + plan.lastsHours * hourMs) };
  const own = Array.from({ length: plan.own ?? 0 }, (_, at) => `own ${at + 1} of ${plan.name}`);
  const projects = [...(plan.victims ?? []), ...own];
  const stream = unfolded(arrivalsOf(plan, span, chance), onlyOne(plan, projects, chance));
  const cover = merged(own.map((name) => coverOf(name, seed, startsAt)));
  return { kind: plan.kind, name: plan.name, startsAt: span.from, endsAt: span.to, projects, stream, cover };
}

/** In pieces, so that a long attack is never in memory as a whole. */
function* arrivalsOf({ perMinute, inBursts = { minutes: 60, every: 60 } }: AttackPlan, span: { from: number; to: number }, chance: Chance) {
  for (let from = span.from; from < span.to; from += inBursts.every * minuteMs) {
    const to = Math.min(span.to, from + inBursts.minutes * minuteMs);
    yield* scattered({ from, to }, (perMinute * (to - from)) / minuteMs, chance);
  }
}

function onlyOne({ by, from, what }: AttackPlan, projects: readonly string[], chance: Chance) {
  let number = 0;
  return ({ at }: { at: number }) => {
    const project = projects[chance.int(0, projects.length - 1)];
    const caller = project !== undefined && by !== undefined ? callerOf(project, by) : undefined;
    return [request(at, caller, from(chance), what(chance, number++))];
  };
}
