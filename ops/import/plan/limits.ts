import { type Metric, metric as metricSchema } from "@nextmavens/api/quotas";
import type { Ledger } from "../ledger.ts";
import type { Words } from "../options.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { byAge, momentOf, tidy, withId, wordOf } from "./values.ts";

export interface QuotaItem {
  readonly kind: "project_quota" | "manual_override";
  readonly oldId: string;
  readonly projectOldId: string;
  readonly metric: Metric;
  readonly limit: number;
  readonly reason: string;
}

export interface OverrideItem {
  readonly oldId: string;
  readonly projectOldId: string;
  readonly metric: Metric;
  readonly limit: number;
  readonly reason: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  readonly createdBy: string;
}

export interface LimitPlan {
  readonly quotas: readonly QuotaItem[];
  readonly overrides: readonly OverrideItem[];
}

interface Given {
  readonly quotas: readonly RowOf<"project_quotas">[];
  readonly overrides: readonly RowOf<"manual_overrides">[];
  readonly projects: ReadonlySet<string>;
  readonly words: Words;
}

/** Which limits come. Here an override always ends: one without an end is a limit of the project's own, and goes before its quota. */
export function planLimits(given: Given, known: Known, ledger: Ledger): LimitPlan {
  ledger.count("project_quotas", "found", given.quotas.length);
  ledger.count("manual_overrides", "found", given.overrides.length);
  const { overrides, endless, overridden } = planOverrides(given, known, ledger);
  const quotas = planQuotas(given, overridden, known, ledger);
  return { quotas: [...endless, ...quotas], overrides };
}

const asThere = "As on the present platform";

const placeOf = ({ projectOldId, metric }: { projectOldId: string; metric: string }) => `${projectOldId} ${metric}`;

/** Whether the project has a limit here already that did not come from there. */
const isSetHere = (known: Known, { projectOldId, metric }: Pick<QuotaItem, "projectOldId" | "metric">) =>
  known.quotas.has(`${newIdOf(known, "project", projectOldId) ?? projectOldId} ${metric}`);

function planQuotas({ quotas, projects, words }: Given, overridden: ReadonlySet<string>, known: Known, ledger: Ledger): QuotaItem[] {
  const table = "project_quotas";
  const refuse = (id: string, why: string) => ledger.refused(table, id, why);
  const named = quotas.map((row) => ({ ...row, id: row.id ?? `${row.projectId}:${row.metric}` }));
  const places = new Set(overridden);
  const items: QuotaItem[] = [];
  // The newest comes first and keeps the place.
  for (const row of withId(byAge(named), refuse).reverse()) {
    const limit = limitOf(row, projects, words);
    const place = typeof limit === "string" ? "" : placeOf(limit);
    if (newIdOf(known, "project_quota", row.id)) {
      ledger.count(table, "already");
      places.add(place);
    } else if (typeof limit === "string") refuse(row.id, limit);
    else if (overridden.has(place)) refuse(row.id, "an override without an end goes before it");
    else if (places.has(place)) refuse(row.id, "the project has a newer limit for this metric");
    else if (isSetHere(known, limit)) refuse(row.id, "the project has a limit for this metric here already");
    else {
      places.add(place);
      ledger.count(table, "taken");
      items.push({ kind: "project_quota", oldId: row.id, ...limit, reason: tidy(row.reason, 1000) || asThere });
    }
  }
  return items.reverse();
}

function planOverrides({ overrides, projects, words }: Given, known: Known, ledger: Ledger) {
  const table = "manual_overrides";
  const refuse = (id: string, why: string) => ledger.refused(table, id, why);
  const timed: OverrideItem[] = [];
  const endless = new Map<string, QuotaItem>();
  const overridden = new Set<string>();
  for (const row of withId(byAge(overrides.map((each) => ({ ...each, createdAt: each.startsAt }))), refuse)) {
    const limit = limitOf(row, projects, words);
    const times = timesOf(row, known);
    if (typeof limit !== "string" && times === undefined) overridden.add(placeOf(limit));
    if (newIdOf(known, "manual_override", row.id)) {
      ledger.count(table, "already");
      continue;
    }
    if (typeof limit === "string") {
      refuse(row.id, limit);
      continue;
    }
    const common = { oldId: row.id, ...limit, reason: tidy(row.reason, 1000) || asThere };
    if (typeof times === "string") refuse(row.id, times);
    else if (times !== undefined) {
      ledger.count(table, "taken");
      timed.push({ ...common, ...times, createdBy: `import:${tidy(row.by, 100) || "unknown"}` });
    } else {
      const item: QuotaItem = { kind: "manual_override", ...common };
      if (isSetHere(known, item)) {
        refuse(row.id, "it has no end, and the project has a limit for this metric here already");
        continue;
      }
      const older = endless.get(placeOf(item));
      if (older) {
        refuse(older.oldId, "the project has a newer override without an end for this metric");
        ledger.count(table, "taken", -1);
      }
      endless.set(placeOf(item), item);
      ledger.count(table, "taken");
      ledger.changed(table, row.id, "it has no end: it is the project's own limit from now on");
    }
  }
  return { overrides: timed, endless: [...endless.values()], overridden };
}

/** When it holds; nothing for one that has no end and holds still. */
function timesOf(row: RowOf<"manual_overrides">, known: Known) {
  const startsAt = momentOf(row.startsAt) ?? known.now;
  const endsAt = momentOf(row.endsAt);
  const isOff = row.isActive === false || row.endedAt !== null;
  if (row.endsAt !== null && endsAt === undefined) return "its end is no time that can be kept";
  if (endsAt === undefined && !isOff) return undefined;
  const early = momentOf(row.endedAt) ?? (isOff ? min(endsAt ?? known.now, known.now) : undefined);
  const last = endsAt ?? early ?? known.now;
  if (last <= startsAt) return "it ends before it begins";
  return { startsAt, endsAt: last, endedAt: early ?? (last <= known.now ? last : null) };
}

const min = (a: string, b: string) => (a < b ? a : b);

interface LimitRow {
  readonly projectId: string | null;
  readonly metric: string | null;
  readonly limit: number | null;
}

/** The part that quotas and overrides share, or why it can't be taken. */
function limitOf(
  row: LimitRow,
  projects: ReadonlySet<string>,
  words: Words,
): Pick<QuotaItem, "projectOldId" | "metric" | "limit"> | string {
  if (row.projectId === null) return "it belongs to no project";
  if (!projects.has(row.projectId)) return `its project ${row.projectId} is not there, or is not taken`;
  const metric = metricSchema.safeParse(words.metrics[row.metric ?? ""] ?? metricOf[wordOf(row.metric)] ?? wordOf(row.metric));
  if (!metric.success) return `${row.metric} is no metric known here: say by --map which it is`;
  if (row.limit === null || !Number.isSafeInteger(row.limit) || row.limit < 0) return `${row.limit} is no limit: a whole number from 0 on`;
  return { projectOldId: row.projectId, metric: metric.data, limit: row.limit };
}

/** Other words for the same; words for other units are not among them. */
const metricOf: Readonly<Record<string, Metric>> = {
  requests_daily: "requests_per_day",
  daily_requests: "requests_per_day",
  api_requests_per_day: "requests_per_day",
  rate_limit: "requests_per_second",
  requests_per_sec: "requests_per_second",
  rps: "requests_per_second",
  rows_written_daily: "rows_written_per_day",
  database_size_bytes: "database_bytes",
  db_bytes: "database_bytes",
  storage_bytes: "database_bytes",
  requests_monthly: "requests_per_month",
  monthly_requests: "requests_per_month",
  api_requests_per_month: "requests_per_month",
  query_ms_daily: "query_ms_per_day",
  egress_bytes: "egress_bytes_per_month",
  bandwidth_bytes: "egress_bytes_per_month",
  file_bytes: "stored_bytes",
  files_bytes: "stored_bytes",
  max_connections: "connections",
  api_keys: "keys",
  max_api_keys: "keys",
};
