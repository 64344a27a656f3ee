import type { Metric } from "../quotas/index.ts";

/** How a limit is held against what was recorded: which usage, and over what. */
export interface Measure {
  /** What counts towards it; what was refused was asked for all the same. */
  readonly usage: readonly string[];
  /** A sum that begins anew with each window, the busiest second of a minute, or a level. */
  readonly over: "day" | "month" | "second" | "level";
}

/** Limits that recorded usage says something about. */
export const measures = {
  requests_per_second: { usage: ["requests"], over: "second" },
  requests_per_day: { usage: ["requests", "requests_refused_quota"], over: "day" },
  rows_written_per_day: { usage: ["rows_written"], over: "day" },
  database_bytes: { usage: ["database_bytes"], over: "level" },
} as const satisfies Partial<Record<Metric, Measure>>;
export type Testable = keyof typeof measures;
export const testable = Object.keys(measures) as [Testable, ...Testable[]];

export interface Range {
  readonly from: string;
  readonly to: string;
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const minuteMs = 60_000;
export const minutesOf = (periods: readonly Range[]) =>
  sum(periods.map(({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / minuteMs)));

const dayMs = 86_400_000;
export const longestDays = 62;

/** The last fortnight, unless said. */
export function rangeOf(now: string, from: string | undefined, to: string | undefined): Range {
  const end = to ?? now;
  return { from: from ?? new Date(Date.parse(end) - 14 * dayMs).toISOString(), to: end };
}

export const isTooLong = (from: string, to: string) => Date.parse(to) - Date.parse(from) > longestDays * dayMs;

/** What began on each day (UTC) of a range, days on which nothing did included. */
export function byDay<Began extends { readonly from: string }>({ from, to }: Range, all: readonly Began[]) {
  const began = Map.groupBy(all, (each) => each.from.slice(0, 10));
  return daysOf(from, to).map((day) => ({ day, of: began.get(day.slice(0, 10)) ?? [] }));
}

function daysOf(from: string, to: string): string[] {
  const first = Date.parse(from) - (Date.parse(from) % dayMs);
  const days: string[] = [];
  for (let at = first; at < Date.parse(to); at += dayMs) days.push(new Date(at).toISOString());
  return days;
}
