import type { Bucket } from "./buckets.ts";
import { type FeatureValues, valuesOf } from "./features.ts";

const hourMs = 3_600_000;
const slotMs = 300_000;
const slotsOfHour = hourMs / slotMs;

/**
 * How high each feature of an hour can be at most: by its five minutes, the sum of what single spans had. Counts add up, different ones of
 * several spans are no more than those of each together, and a share is at most 1. Where there was nothing the list is empty; of a feature
 * that is not named nothing is known.
 */
export type Bounds = Readonly<Record<string, readonly number[]>>;

export const hourOf = (at: number) => at - (at % hourMs);

/** What an hour comes to with one more span of it. */
export function withBucket(bounds: Bounds, { subject, startsAt, tally }: Bucket): Bounds {
  const slot = Math.floor((startsAt % hourMs) / slotMs);
  const values = Object.entries(valuesOf(subject.kind, tally));
  return Object.fromEntries(values.map(([name, value]) => [name, raised(bounds[name] ?? [], slot, Math.ceil(value))]));
}

function raised(before: readonly number[], slot: number, value: number): readonly number[] {
  if (value === 0) return before;
  const slots = before.length === 0 ? filled(0) : [...before];
  slots[slot] = (slots[slot] ?? 0) + value;
  return slots;
}

/** What can be found at all, as far as is known without looking closely. */
export interface Possibility {
  /** The features by which that is known. */
  readonly features: readonly string[];
  readonly windowMs: number;
  /** Whether a window with no more than this may have what is looked for. */
  readonly isPossible: (most: FeatureValues) => boolean;
}

/** Whether something may be found in the last of some hours in a row; an hour in which nothing was seen is undefined. */
export function mayFind({ features, windowMs, isPossible }: Possibility, hours: readonly (Bounds | undefined)[]): boolean {
  const slots = features.map((name) => [name, hours.flatMap((bounds) => slotsIn(bounds, name))] as const);
  const most = (from: number, to: number) => Object.fromEntries(slots.map(([name, all]) => [name, sum(all.slice(from, to))]));
  const end = hours.length * slotsOfHour;
  if (!isPossible(most(0, end))) return false;
  // A window that begins within five minutes reaches into one more.
  const length = Math.ceil(windowMs / slotMs) + 1;
  return Array.from({ length: slotsOfHour }, (_, back) => end - back).some((to) => isPossible(most(Math.max(0, to - length), to)));
}

function slotsIn(bounds: Bounds | undefined, feature: string): readonly number[] {
  if (!bounds) return filled(0);
  const known = bounds[feature];
  if (!known) return filled(Number.POSITIVE_INFINITY);
  return known.length === 0 ? filled(0) : known;
}

const filled = (value: number): number[] => Array.from({ length: slotsOfHour }, () => value);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
