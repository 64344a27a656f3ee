import type { Range } from "../sight.ts";

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A stretch of time in equal steps (UTC), the last of which is under way. */
export interface Span {
  readonly range: Range;
  readonly from: string;
  readonly to: string;
  readonly stepMs: number;
  readonly steps: number;
}

/** Steps of the platform's pictures: an hour of a day, three of a fortnight. */
export const fine = { day: { stepMs: hourMs, steps: 24 }, fortnight: { stepMs: 3 * hourMs, steps: 112 } } as const;
/** Steps of what is measured against a limit per day: that day. */
export const daily = { day: fine.day, fortnight: { stepMs: dayMs, steps: 14 } } as const;

export const iso = (ms: number) => new Date(ms).toISOString();

export function spanOf(range: Range, now: string, { [range]: { stepMs, steps } }: typeof fine | typeof daily): Span {
  const at = Date.parse(now);
  const to = at - (at % stepMs) + stepMs;
  return { range, from: iso(to - steps * stepMs), to: iso(to), stepMs, steps };
}

/** What the address asks for; anything else is a day. */
export const rangeOf = (asked: unknown): Range => (asked === "fortnight" ? "fortnight" : "day");

/** Two stretches of the same length without the hour under way, so that they can be compared. */
export function comparedAt(
  now: string,
  { steps, stepMs }: Span,
): { readonly before: string; readonly since: string; readonly until: string } {
  const until = Date.parse(now) - (Date.parse(now) % hourMs);
  const length = steps * stepMs;
  return { before: iso(until - 2 * length), since: iso(until - length), until: iso(until) };
}
