/** What is metered, by minute. Levels are measured, everything else is counted as it happens. */
export const countedMetrics = [
  "requests",
  "requests_refused_quota",
  "requests_refused_suspension",
  "errors_5xx",
  "writes",
  "rows_written",
  "query_ms",
  "egress_bytes",
] as const;
export type CountedUsage = (typeof countedMetrics)[number];

export const levelMetrics = ["database_bytes"] as const;
export type LevelUsage = (typeof levelMetrics)[number];

export const usageMetrics = [...countedMetrics, ...levelMetrics] as const;
export type UsageMetric = (typeof usageMetrics)[number];

export const steps = ["minute", "hour", "day"] as const;
export type Step = (typeof steps)[number];

const hourMs = 3_600_000;
/** The longest range that one answer covers: at most some fifteen hundred points for each metric. */
export const longestMs = { minute: 25 * hourMs, hour: 62 * 24 * hourMs, day: 1_500 * 24 * hourMs } as const satisfies Record<Step, number>;

export const isTooLong = (fromAt: string, toAt: string, step: Step) => Date.parse(toAt) - Date.parse(fromAt) > longestMs[step];

/** A day of hours, when nothing else is asked for. */
export const defaultRange = (now: string, from: string | undefined, to: string | undefined) => {
  const toAt = to ?? now;
  return { from: from ?? new Date(Math.max(0, Date.parse(toAt) - 24 * hourMs)).toISOString(), to: toAt };
};

/** Minutes are told of within seconds; what comes later than this after its hour reopens that hour. */
const lateMs = 10 * 60_000;

/** Until when all hours are over and nothing more is expected of them. */
export const hoursOverBy = (now: string) => {
  const at = Date.parse(now) - lateMs;
  return new Date(at - (at % hourMs)).toISOString();
};

/** A day of hours is summed at a time, so that no statement grows long. */
export const dayAfter = (from: string, atMost: string) => {
  const day = new Date(Date.parse(from) + 24 * hourMs).toISOString();
  return day < atMost ? day : atMost;
};

/** What a project used in a minute, since it was last written down. */
export interface UsageRow {
  readonly projectId: string;
  readonly metric: string;
  readonly minute: string;
  readonly total: number;
  readonly peakSecond: number;
}

/** A project's requests in one second of this process, since they were last written down. */
export interface SecondRow {
  readonly projectId: string;
  readonly second: string;
  readonly served: number;
  readonly wanted: number;
}

/** Everything that was counted and is not yet written down. */
export interface Batch {
  readonly usage: readonly UsageRow[];
  readonly seconds: readonly SecondRow[];
  readonly keys: readonly { readonly keyId: string; readonly usedAt: string }[];
}
