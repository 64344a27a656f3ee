import { countedMetrics, type Metric, type Threshold, thresholds, windowAt, windowOf } from "../quotas/index.ts";

/** What owners are warned of: what is used up, and what fills up. A rate passes by the second, which no mail could follow. */
export const warnedMetrics = [...countedMetrics, "database_bytes", "stored_bytes"] as const satisfies readonly Metric[];
export type WarnedMetric = (typeof warnedMetrics)[number];

/** A level that hovers about a threshold is not told of each time. */
const rearmedPoints = 5;

export interface Changes {
  /** Thresholds that are newly reached; the owner is told of the highest alone. */
  readonly reached: readonly Threshold[];
  /** Thresholds told of that are well above what is used now. */
  readonly ended: readonly Threshold[];
}

/** What became of the thresholds of a limit since those in `open` were told of. */
export function changesOf(used: number, limit: number, open: readonly Threshold[]): Changes {
  const points = limit > 0 ? (used / limit) * 100 : 0;
  return {
    reached: thresholds.filter((each) => points >= each && !open.includes(each)),
    ended: open.filter((each) => points < each - rearmedPoints),
  };
}

export const hasChanges = ({ reached, ended }: Changes) => reached.length + ended.length > 0;

/** When a limit is reached if all goes on as it did since its window began; nothing where that is after the window's end, or can't be told. */
export function reachedAt(metric: WarnedMetric, used: number, limit: number, now: number): number | undefined {
  const window = windowOf[metric];
  if (window === null || used <= 0 || used >= limit) return undefined;
  const { startsAt, endsAt } = windowAt(window, now);
  const at = startsAt + ((now - startsAt) * limit) / used;
  return at < endsAt ? at : undefined;
}
