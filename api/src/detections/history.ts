import type { Db } from "../platform/db/store.ts";
import * as queries from "./queries/history.ts";
import { type SpikeMetric, spikeMetrics } from "./rules/rule.ts";
import { type History, hoursLookedAt } from "./spikes.ts";

/** How what detectors count is called where use is written down, and in plans. */
const names: Readonly<Record<SpikeMetric, { readonly usage: string; readonly perDay?: string }>> = {
  requests: { usage: "requests", perDay: "requests_per_day" },
  rowsWritten: { usage: "rows_written", perDay: "rows_written_per_day" },
  durationMs: { usage: "query_ms", perDay: "query_ms_per_day" },
};

interface Known {
  readonly createdAt: number;
  readonly plan: Readonly<Record<string, number>>;
  readonly totals: Map<string, number>;
}

const hourMs = 3_600_000;

/** What projects used, as it is written down by hour; read once an hour for each project that has requests. */
export class RecordedHistory implements History {
  readonly #metrics: readonly SpikeMetric[];
  #hour = -1;
  #projects = new Map<string, Known>();

  constructor(metrics: readonly SpikeMetric[] = spikeMetrics) {
    this.#metrics = metrics;
  }

  /** Reads what is not known yet of these projects. Call before they are evaluated. */
  async load(db: Db, projectIds: readonly string[], now: number): Promise<void> {
    if (this.#metrics.length === 0) return;
    const hour = now - (now % hourMs);
    if (hour !== this.#hour) this.#projects = new Map();
    this.#hour = hour;
    const missing = projectIds.filter((id) => !this.#projects.has(id));
    if (missing.length === 0) return;
    for (const { projectId, createdAt, plan } of await queries.listProjects(db, missing)) {
      this.#projects.set(projectId, { createdAt: Date.parse(createdAt), plan, totals: new Map() });
    }
    const hours = hoursLookedAt(hour).map((each) => new Date(each).toISOString());
    const metrics = this.#metrics.map((metric) => names[metric].usage);
    for (const { projectId, metric, hour: at, total } of await queries.listHours(db, missing, metrics, hours)) {
      this.#projects.get(projectId)?.totals.set(`${metric} ${Date.parse(at)}`, total);
    }
  }

  total(projectId: string, metric: SpikeMetric, hour: number): number | undefined {
    const known = this.#projects.get(projectId);
    if (!known || hour < known.createdAt) return undefined;
    return known.totals.get(`${names[metric].usage} ${hour}`) ?? 0;
  }

  planPerDay(projectId: string, metric: SpikeMetric): number | undefined {
    const { perDay } = names[metric];
    return perDay === undefined ? undefined : this.#projects.get(projectId)?.plan[perDay];
  }
}
