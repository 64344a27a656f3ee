import type { SpikeMetric } from "./rules/rule.ts";

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
const dayMs = 24 * hourMs;

/** A spike is looked for in windows of this length; two of the last three must be above what is usual. */
export const spikeWindowMs = 300_000;
export const spikeWindows = 3;
export const spikeReachMs = spikeWindows * spikeWindowMs;
const spikesNeeded = 2;
const windowsAnHour = hourMs / spikeWindowMs;

/** As many weeks are looked back. */
const weeks = 5;
/** The hour beside the first of them included. */
export const baselineReachMs = weeks * weekMs + hourMs;
/** Fewer values than this say nothing about what is usual. */
export const samplesMin = 6;

/** What was used in whole hours (UTC). */
export interface History {
  /** Undefined where nothing is known of that hour. */
  total(projectId: string, metric: SpikeMetric, hour: number): number | undefined;
  /** What the project's plan lets it use in a day; absent where the plan says nothing of that. */
  planPerDay(projectId: string, metric: SpikeMetric): number | undefined;
}

/** What is usual for a project in five minutes, and by how much that varies. */
export interface Baseline {
  readonly from: "hour_of_week" | "hour_of_day" | "plan";
  readonly samples: number;
  readonly median: number;
  /** Comparable to a standard deviation. */
  readonly deviation: number;
}

/**
 * What is usual at a moment: the median of this hour of the week and the hours beside it, over the last weeks. With too few of those, of this hour on
 * any day of the last week; with too few of those as well, what the plan means a day to hold, evenly spread. Hours are
 * those of UTC, which no change of clocks makes shorter or longer.
 *
 * The deviation is the median absolute deviation times 1.4826, which for normally distributed values is their standard deviation, and which
 * outliers hardly move (Rousseeuw and Croux, "Alternatives to the median absolute deviation", JASA 88, 1993). It is no less
 * than the square root of the median (of counts of independent events, Poisson's), nor than a tenth of the median, so that a very even past makes not each small change a spike.
 */
export function baselineAt(history: History, projectId: string, metric: SpikeMetric, at: number): Baseline | undefined {
  const hour = at - (at % hourMs);
  const total = (start: number) => history.total(projectId, metric, start);
  const ofWeek = known(hoursOfWeek(hour).map(total));
  if (ofWeek.length >= samplesMin) return baselineOf("hour_of_week", ofWeek);
  const ofDay = known(hoursOfDay(hour).map(total));
  if (ofDay.length >= samplesMin) return baselineOf("hour_of_day", ofDay);
  const perDay = history.planPerDay(projectId, metric);
  if (perDay === undefined) return undefined;
  const median = perDay / (24 * windowsAnHour);
  return { from: "plan", samples: 0, median, deviation: leastDeviation(median) };
}

const hoursOfWeek = (hour: number) =>
  Array.from({ length: weeks }, (_, week) => hour - (week + 1) * weekMs).flatMap((same) => [same - hourMs, same, same + hourMs]);

const hoursOfDay = (hour: number) => Array.from({ length: 7 }, (_, day) => hour - (day + 1) * dayMs);

/** All hours that a baseline is made from. */
export const hoursLookedAt = (hour: number): readonly number[] => [...hoursOfWeek(hour), ...hoursOfDay(hour)];

const known = (totals: readonly (number | undefined)[]) => totals.filter((each) => each !== undefined);

function baselineOf(from: Baseline["from"], totals: readonly number[]): Baseline {
  const values = totals.map((total) => total / windowsAnHour);
  const middle = median(values);
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  return { from, samples: values.length, median: middle, deviation: Math.max(spread, leastDeviation(middle)) };
}

const leastDeviation = (middle: number) => Math.max(1, Math.sqrt(middle), middle / 10);

/** Of none it is 0. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** How far a value lies above what is usual, in deviations: Iglewicz and Hoaglin's modified z-score ("How to detect and handle outliers", 1993), who call more than 3.5 an outlier. */
export const scoreOf = (value: number, { median: middle, deviation }: Baseline) => (value - middle) / deviation;

/** The windows of five minutes that were looked at, the newest first, and what came of them. */
export interface Spike {
  readonly score: number;
  readonly baseline: Baseline;
  readonly values: readonly number[];
  readonly above: number;
}

/** Looks whether two of the last three windows are above what is usual. The score is that of the second highest: what both have reached. */
export function findSpike(
  values: readonly number[],
  baseline: Baseline,
  { threshold, floor }: { threshold: number; floor: number },
): Spike | undefined {
  const scores = values.map((value) => scoreOf(value, baseline));
  const above = values.filter((value, index) => value >= floor && (scores[index] ?? 0) >= threshold).length;
  if (above < spikesNeeded) return undefined;
  const score = scores.toSorted((a, b) => b - a)[spikesNeeded - 1] ?? 0;
  return { score, baseline, values, above };
}

/** What it was told by hour, for so long as baselines look back: for trials without a database. */
export class LearnedHistory implements History {
  readonly #totals = new Map<string, Map<number, number>>();
  readonly #perDay: Readonly<Partial<Record<SpikeMetric, number>>>;

  constructor(perDay: Readonly<Partial<Record<SpikeMetric, number>>> = {}) {
    this.#perDay = perDay;
  }

  learn(projectId: string, metric: SpikeMetric, at: number, amount: number): void {
    const key = `${projectId} ${metric}`;
    const hours = this.#totals.get(key) ?? new Map<number, number>();
    if (hours.size === 0) this.#totals.set(key, hours);
    const hour = at - (at % hourMs);
    hours.set(hour, (hours.get(hour) ?? 0) + amount);
    if (hours.size > (weeks * weekMs) / hourMs + 2)
      for (const old of hours.keys()) if (old < hour - weeks * weekMs - hourMs) hours.delete(old);
  }

  /** An hour of a project that is known and in which nothing was told had nothing; before it was known, nothing is known. */
  total(projectId: string, metric: SpikeMetric, hour: number): number | undefined {
    const hours = this.#totals.get(`${projectId} ${metric}`);
    const found = hours?.get(hour);
    if (found !== undefined || !hours) return found;
    const [first = Number.POSITIVE_INFINITY] = hours.keys();
    return hour > first ? 0 : undefined;
  }

  planPerDay(_projectId: string, metric: SpikeMetric): number | undefined {
    return this.#perDay[metric];
  }
}
