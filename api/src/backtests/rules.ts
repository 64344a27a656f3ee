import { type Metric, windowAt, windowOf } from "../quotas/index.ts";
import type { UsageMetric } from "../usage/index.ts";

/** How a limit is held against what was recorded. */
export interface Measure {
  /** What counts towards it; of keys, those there were are counted themselves. */
  readonly usage: readonly UsageMetric[];
  /** What the recorded does not tell, in a sentence for people. */
  readonly caveat: string;
}

const refusedUnknown = "What was refused at the time was not recorded and counts as nothing.";
const refusedCounted = "What was refused at the time by another limit counts as asked for.";

/** Limits that something recorded tells of. */
export const measures = {
  requests_per_second: {
    usage: ["requests"],
    caveat: "Of each minute only the busiest second is recorded: what its other seconds would have had refused is not counted.",
  },
  requests_per_day: { usage: ["requests", "requests_refused_quota"], caveat: refusedCounted },
  requests_per_month: { usage: ["requests", "requests_refused_quota"], caveat: refusedCounted },
  rows_written_per_day: { usage: ["rows_written"], caveat: refusedUnknown },
  query_ms_per_day: {
    usage: ["query_ms"],
    caveat: `Time of requests that failed on the platform's side is recorded as well, which the limit itself leaves out. ${refusedUnknown}`,
  },
  egress_bytes_per_month: { usage: ["egress_bytes"], caveat: refusedUnknown },
  database_bytes: {
    usage: ["database_bytes"],
    caveat: "A database is measured when it is written to, and each hour: between two measurements it counts as large as at the first.",
  },
  keys: { usage: [], caveat: "Each key counts from when it was made until it was revoked or expired, to the second." },
} as const satisfies Partial<Record<Metric, Measure>>;
export type Testable = keyof typeof measures;
export const testable = Object.keys(measures) as [Testable, ...Testable[]];

/** Limits that nothing recorded tells of, and why. */
export const notRecorded = {
  stored_bytes: "How much files came to is known of now only: its past is not recorded.",
  connections: "Open sessions are counted when somebody asks: their past is not recorded.",
} as const satisfies Record<Exclude<Metric, Testable>, string>;

export const isTestable = (metric: Metric): metric is Testable => metric in measures;

/** Since when use counts towards the limits that stand at a moment: of a day's or a month's, since that began. */
export function countedSince(metric: Testable, from: string): string {
  const window = windowOf[metric];
  return window === "day" || window === "month" ? new Date(windowAt(window, Date.parse(from)).startsAt).toISOString() : from;
}

export interface Range {
  readonly from: string;
  readonly to: string;
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const minuteMs = 60_000;
export const minutesOf = (periods: readonly Range[]) =>
  sum(periods.map(({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / minuteMs)));

const hourMs = 3_600_000;
/** When the hour that a moment lies in began. */
export const hourOf = (at: string) => new Date(Date.parse(at) - (Date.parse(at) % hourMs)).toISOString();

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
