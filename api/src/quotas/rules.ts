/** What a project's use is limited by. */
export const metrics = [
  "requests_per_second",
  "requests_per_day",
  "requests_per_month",
  "rows_written_per_day",
  "query_ms_per_day",
  "egress_bytes_per_month",
  "database_bytes",
  "stored_bytes",
  "connections",
  "keys",
] as const;
export type Metric = (typeof metrics)[number];

/** Metrics that are spent before something is done: lent to each process in portions, so that their limits hold exactly. */
export const leasedMetrics = ["requests_per_day", "requests_per_month", "rows_written_per_day"] as const satisfies readonly Metric[];
export type LeasedMetric = (typeof leasedMetrics)[number];

/** Metrics of which is known only afterwards how much something came to. */
export const talliedMetrics = ["query_ms_per_day", "egress_bytes_per_month"] as const satisfies readonly Metric[];
export type TalliedMetric = (typeof talliedMetrics)[number];

/** Metrics counted over all processes, whose counting begins anew with each of their windows. */
export const countedMetrics = [...leasedMetrics, ...talliedMetrics] as const;
export type CountedMetric = (typeof countedMetrics)[number];

export type Window = "second" | "day" | "month";

/** What a limit applies to; bytes, sessions and keys are levels, not counts, and begin anew never. */
export const windowOf = {
  requests_per_second: "second",
  requests_per_day: "day",
  requests_per_month: "month",
  rows_written_per_day: "day",
  query_ms_per_day: "day",
  egress_bytes_per_month: "month",
  database_bytes: null,
  stored_bytes: null,
  connections: null,
  keys: null,
} as const satisfies Record<Metric, Window | null>;

export type Source =
  | { readonly kind: "plan"; readonly id: string }
  | { readonly kind: "quota"; readonly id: string }
  | { readonly kind: "override"; readonly id: string; readonly until: string };

export interface Limit {
  readonly limit: number;
  /** Which of plan, quota and override said so. */
  readonly source: Source;
}
export type Limits = Readonly<Record<Metric, Limit>>;

export interface PlanLimit {
  readonly metric: Metric;
  readonly limit: number;
}
export interface QuotaLimit extends PlanLimit {
  readonly id: string;
}
export interface OverrideLimit extends QuotaLimit {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A limit as it is felt: a sanction may leave less than plan, quota or override say. */
export interface FeltLimit {
  readonly limit: number;
  readonly source: Source | { readonly kind: "sanction"; readonly id: string; readonly until?: string };
}

export interface LimitSources {
  /** What the plan is called. */
  readonly planId: string;
  readonly plan: readonly PlanLimit[];
  readonly quotas: readonly QuotaLimit[];
  /** Those not ended by hand; of those in force the newest, by id, is the one that counts. */
  readonly overrides: readonly OverrideLimit[];
}

/** What limits a project at a moment, and the next moment at which that changes by itself. */
export function effectiveLimits(sources: LimitSources, now: number): { limits: Limits; nextChangeAt: number | undefined } {
  const limits = Object.fromEntries(metrics.map((metric) => [metric, effectiveLimit(sources, metric, now)])) as Record<Metric, Limit>;
  const changes = sources.overrides.flatMap((override) => [Date.parse(override.startsAt), Date.parse(override.endsAt)]);
  const ahead = changes.filter((at) => at > now);
  return { limits, nextChangeAt: ahead.length > 0 ? Math.min(...ahead) : undefined };
}

export interface NextChange {
  readonly at: string;
  readonly because: "override_begins" | "override_ends";
  readonly overrideId: string;
  /** What the limit is from then on. */
  readonly limit: number;
}

/** When a limit, or what sets it, changes next by itself, and why. */
export function nextChangeOf(sources: LimitSources, metric: Metric, now: number): NextChange | null {
  const present = sourceKeyOf(effectiveLimit(sources, metric, now));
  const ahead = sources.overrides
    .filter((each) => each.metric === metric)
    .flatMap(({ id, startsAt, endsAt }) => [
      { at: startsAt, because: "override_begins", overrideId: id } as const,
      { at: endsAt, because: "override_ends", overrideId: id } as const,
    ])
    .filter(({ at }) => Date.parse(at) > now)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const next = ahead.find(({ at }) => sourceKeyOf(effectiveLimit(sources, metric, Date.parse(at))) !== present);
  return next ? { ...next, limit: effectiveLimit(sources, metric, Date.parse(next.at)).limit } : null;
}

const sourceKeyOf = ({ limit, source }: Limit) => `${limit} ${source.kind === "plan" ? "" : source.id}`;

/** Plan, unless a quota; quota, unless an override in force. A metric that nothing limits would be a hole: it counts as 0. */
function effectiveLimit({ planId, plan, quotas, overrides }: LimitSources, metric: Metric, now: number): Limit {
  const override = overrides.filter((each) => each.metric === metric && isInForce(each, now)).reduce(newest, undefined);
  if (override) return { limit: override.limit, source: { kind: "override", id: override.id, until: override.endsAt } };
  const quota = quotas.find((each) => each.metric === metric);
  if (quota) return { limit: quota.limit, source: { kind: "quota", id: quota.id } };
  return { limit: plan.find((each) => each.metric === metric)?.limit ?? 0, source: { kind: "plan", id: planId } };
}

const isInForce = ({ startsAt, endsAt }: OverrideLimit, now: number) => Date.parse(startsAt) <= now && now < Date.parse(endsAt);
const newest = (chosen: OverrideLimit | undefined, each: OverrideLimit) => (chosen && chosen.id > each.id ? chosen : each);

/** What is left of a limit per second while a project is throttled: a tenth, and never less than one. */
export const throttledTo = (limit: number) => Math.min(limit, Math.max(1, Math.floor(limit / 10)));

/** The same as it is felt, with the sanction that leaves it. */
export const throttledBy = ({ limit }: Limit, { id, until }: { readonly id: string; readonly until: string | null }): FeltLimit => ({
  limit: throttledTo(limit),
  source: { kind: "sanction", id, ...(until !== null && { until }) },
});

/** A database that holds as much as it may can't grow any more. */
export const isReached = (limit: number, bytes: number) => bytes >= limit;

/** At how many percent of a limit its project's owner is warned. */
export const thresholds = [50, 80, 95, 100] as const;
export type Threshold = (typeof thresholds)[number];

/** Whether so much is used that an answer tells of it; of a limit of nothing there is nothing to warn of. */
export const isWorthTelling = (used: number, limit: number) => used * 2 >= limit && limit > 0;

/** The highest threshold that is reached. */
export const thresholdOf = (used: number, limit: number): Threshold | null =>
  limit > 0 ? (thresholds.findLast((each) => used / limit >= each / 100) ?? null) : null;

const lengthMs = { second: 1_000, day: 86_400_000 } as const;

/** When the window that `now` lies in began and ends; days and months are those of UTC, which knows no summer time. */
export function windowAt(window: Window, now: number): { readonly startsAt: number; readonly endsAt: number } {
  if (window === "month") return monthAt(new Date(now));
  const startsAt = now - (now % lengthMs[window]);
  return { startsAt, endsAt: startsAt + lengthMs[window] };
}

const monthAt = (now: Date) => {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { startsAt: Date.UTC(year, month), endsAt: Date.UTC(year, month + 1) };
};

/** When the window of each counted metric began. */
export const windowStarts = (now: number) =>
  countedMetrics.map((metric) => ({ metric, startsAt: new Date(windowAt(windowOf[metric], now).startsAt).toISOString() }));

/** Where a project's owner reads its limits. */
export const limitsUrlOf = (publicUrl: string, projectId: string) => `${publicUrl}/api/projects/${projectId}/quotas`;

/** When the counting of a metric begins anew, as the wire says it. */
export const resetsAt = (metric: Metric, now: number): string | null => {
  const window = windowOf[metric];
  return window === null ? null : new Date(windowAt(window, now).endsAt).toISOString();
};

/** How long a caller that was refused had better wait: bytes are measured again within this time after something was deleted. */
const bytesRetrySeconds = 60;

/** `Retry-After`, and beside it the RateLimit fields (draft-ietf-httpapi-ratelimit-headers-10). */
export function refusalHeaders(metric: Metric, limit: number, waitMs: number | undefined, now: number): Record<string, string> {
  const seconds = waitMs === undefined ? bytesRetrySeconds : Math.max(1, Math.ceil(waitMs / 1_000));
  const window = windowOf[metric];
  const policy = window === null ? "" : `;w=${secondsOf(window, now)}`;
  const quota = inField(limit);
  return {
    "retry-after": String(seconds),
    "ratelimit-policy": `"${metric}";q=${quota}${policy}`,
    ratelimit: `"${metric}";r=0;t=${seconds}`,
  };
}

function secondsOf(window: Window, now: number): number {
  const { startsAt, endsAt } = windowAt(window, now);
  return (endsAt - startsAt) / 1_000;
}

/** A structured field's integer has at most 15 digits (RFC 9651). */
const inField = (amount: number) => Math.min(amount, 999_999_999_999_999);

/** One limit in `x-quota-warning`, which is a list of them in the syntax of structured fields. */
export function warningItem(metric: Metric, used: number, limit: number, now: number): string {
  const resets = resetsAt(metric, now);
  return `${metric};used=${inField(used)};limit=${inField(limit)}${resets === null ? "" : `;resets="${resets}"`}`;
}

const units = ["bytes", "kB", "MB", "GB", "TB", "PB"] as const;

/** Bytes as plans, the console and PostgreSQL tell them: 1.1 GB, where 1 kB is 1,024 bytes. */
export function inWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}

/** What a limit refuses when it is reached. */
export const unitOf: Readonly<Partial<Record<Metric, string>>> = {
  requests_per_second: "requests",
  requests_per_day: "requests",
  requests_per_month: "requests",
  rows_written_per_day: "rows",
  query_ms_per_day: "milliseconds",
  egress_bytes_per_month: "bytes",
  database_bytes: "writes",
};

interface Usual {
  readonly plan: number;
  readonly quota: { readonly limit: number; readonly proposedBy: string | null } | undefined;
}

/** What raises are measured against: the plan, or what two persons set above it; so that two steps of one person don't do what one step may not. */
export const usualLimit = ({ plan, quota }: Usual) => (quota && quota.proposedBy !== null ? Math.max(plan, quota.limit) : plan);

/** Whether a limit, of a quota or of an override, is raised beyond what one person may decide. */
export const needsTwo = (limit: number, usual: Usual, factor: number) =>
  limit > (usual.quota?.limit ?? 0) && limit > usualLimit(usual) * factor;

interface Lowered {
  readonly before: number;
  readonly limit: number;
}

export const isDecrease = ({ before, limit }: Lowered) => limit < before;

export const isMuchLess = ({ before, limit }: Lowered) => limit < before * 0.9;

/** More than a tenth less, or less than is used now or was used lately. */
export const needsConfirmation = ({ used, peak, ...lowered }: Lowered & { readonly used: number; readonly peak: number }) =>
  isDecrease(lowered) && (isMuchLess(lowered) || lowered.limit < Math.max(used, peak));
