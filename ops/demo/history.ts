import type { Batch } from "@nextmavens/api/usage";
import { type Chance, chanceOf } from "./chance.ts";
import { dayMs, daysAfter, hourMs, minuteMs, startOf } from "./clock.ts";
import { type Demand, demandInHour } from "./demand.ts";
import { kinds } from "./kinds/index.ts";
import type { ProjectPlan } from "./plan.ts";

export type UsageRows = Batch["usage"];

export interface Told {
  readonly seed: number;
  readonly project: ProjectPlan;
  readonly projectId: string;
  /** The moment that the plan's days are counted from. */
  readonly madeAt: number;
  /** Of its plan, where no quota or override says otherwise. */
  readonly requestsPerDay: number;
  /** What its database holds now. */
  readonly databaseBytes: number;
  /** The first minute to tell of, and the first not to. */
  readonly from: number;
  readonly to: number;
}

/** What a project used from then until then, by the minute; the same for the same. */
export function historyOf(told: Told): UsageRows {
  const history = new History(told);
  const born = told.madeAt + told.project.bornAt * dayMs;
  // A day's cap is met by what was used since its beginning.
  const begins = Math.max(startOf(told.from, dayMs), startOf(born, hourMs));
  for (let hour = begins; hour < told.to; hour += hourMs) history.tell(hour);
  return history.rows;
}

/** The older, the coarser: for the last hours each minute, for the last day every ten, before that one line for an hour. */
const grains = [
  { until: 2 * hourMs, ms: minuteMs },
  { until: 26 * hourMs, ms: 10 * minuteMs },
  { until: Number.POSITIVE_INFINITY, ms: hourMs },
] as const;

/** Suspended applications go on asking, less and less. */
const knockingShare = 0.35;
const bytesEmpty = 7_600_000;

class History {
  readonly rows: UsageRows[number][] = [];
  readonly #told: Told;
  readonly #demand: Demand;
  #day = 0;
  #servedToday = 0;

  constructor(told: Told) {
    this.#told = told;
    const { seed, project, madeAt } = told;
    this.#demand = { use: project.use, path: [seed, "use", project.owner, project.name], madeAt };
  }

  tell(hour: number): void {
    if (startOf(hour, dayMs) !== this.#day) {
      this.#day = startOf(hour, dayMs);
      this.#servedToday = 0;
    }
    const ms = this.#grainOf(hour);
    const demand = demandInHour(this.#demand, hour);
    for (let at = hour; at < hour + hourMs; at += ms) {
      if (at + ms <= this.#told.to) this.#tellSlot(at, ms, (demand * ms) / hourMs);
    }
    if (hour >= this.#told.from && hour + hourMs <= this.#told.to) this.#level(hour);
  }

  /** An hour that was told of in part before goes on by the minute, so that nothing is told twice or left out. */
  #grainOf(hour: number): number {
    const { from, to } = this.#told;
    if (hour < from && from < hour + hourMs) return minuteMs;
    return grains.find(({ until }) => startOf(to, hourMs) - hour < until)?.ms ?? hourMs;
  }

  #tellSlot(at: number, ms: number, demand: number): void {
    const chance = chanceOf(...this.#demand.path, "slot", at);
    const asked = whole(demand * (ms === hourMs ? 1 : chance.between(0.75, 1.25)), chance);
    if (asked === 0) return;
    const daysOff = (at - this.#told.madeAt) / dayMs;
    if (this.#isSuspended(daysOff)) {
      this.#add("requests_refused_suspension", at, whole(asked * knockingShare, chance), 1);
      return;
    }
    const left = Math.max(0, this.#limitAt(daysOff) - this.#servedToday);
    const admitted = Math.min(asked, left);
    const failed = whole(admitted * this.#failingShare(daysOff), chance);
    const served = admitted - failed;
    this.#servedToday += served;
    this.#tellServed(at, ms, served, chance);
    this.#add("errors_5xx", at, failed, Math.ceil(failed / 50));
    this.#add("requests_refused_quota", at, asked - admitted, Math.ceil((asked - admitted) / (ms / 4_000)));
  }

  #tellServed(at: number, ms: number, served: number, chance: Chance): void {
    if (served === 0) return;
    const perSecond = served / (ms / 1_000);
    const peak = Math.min(served, Math.ceil(perSecond * chance.between(2, 4) + 1));
    const { writesPercent } = kinds[this.#told.project.kind];
    const writes = whole((served * writesPercent * chance.between(0.8, 1.2)) / 100, chance);
    this.#add("requests", at, served, peak);
    this.#add("query_ms", at, Math.ceil(served * chance.between(1.2, 3.5)), peak * 3);
    this.#add("writes", at, Math.min(writes, served), Math.ceil((peak * writesPercent) / 100));
    this.#add("egress_bytes", at, Math.round(served * chance.between(250, 750)), peak * 750);
    this.#add("rows_written", at, Math.round(Math.min(writes, served) * chance.between(1, 2.5)), Math.ceil((peak * writesPercent) / 50));
  }

  /** From what it was when the project was young to what was measured. */
  #level(hour: number): void {
    const { madeAt, databaseBytes, project } = this.#told;
    const daysOff = (hour - madeAt) / dayMs;
    const age = Math.min(1, Math.max(0, (daysOff - project.bornAt) / Math.max(1, -project.bornAt)));
    const full = Math.min(bytesEmpty, databaseBytes) + Math.max(0, databaseBytes - bytesEmpty) * age ** 0.7;
    this.#add("database_bytes", hour, startOf(Math.round(full), 8_192), 0);
  }

  #isSuspended(daysOff: number): boolean {
    return this.#told.project.suspensions.some(({ from, to, lifted }) => daysOff >= from && daysOff < (lifted?.at ?? to ?? daysOff + 1));
  }

  #limitAt(daysOff: number): number {
    const { project, requestsPerDay } = this.#told;
    const override = project.overrides.find(
      ({ metric, from, to, ended }) => metric === "requests_per_day" && daysOff >= from && daysOff < (ended?.at ?? to),
    );
    if (override) return override.limit;
    const quota = project.quotas.find(({ metric, setAt }) => metric === "requests_per_day" && daysOff >= setAt);
    return typeof quota?.limit === "number" ? quota.limit : requestsPerDay;
  }

  #failingShare(daysOff: number): number {
    const { failing } = this.#told.project.use;
    if (!failing || daysOff < failing.from) return 0.0003;
    return failing.share * Math.min(1, (daysOff - failing.from) / 0.8);
  }

  #add(metric: string, at: number, total: number, peakSecond: number): void {
    if (total === 0 || at < this.#told.from) return;
    const { projectId } = this.#told;
    this.rows.push({ projectId, metric, minute: daysAfter(at, 0), total, peakSecond: Math.min(peakSecond, total) });
  }
}

/** What is left of a fraction comes as often as it is large. */
const whole = (amount: number, chance: Chance): number => Math.floor(amount) + (chance.isHit(amount % 1) ? 1 : 0);
