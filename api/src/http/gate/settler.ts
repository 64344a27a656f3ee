import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Store } from "../../platform/db/store.ts";
import type { Log } from "../../platform/log.ts";
import { type Settlement, type Spent, settle } from "../../quotas/index.ts";
import { type Batch, type Meter, record } from "../../usage/index.ts";
import type { ProjectGate } from "./project-gate.ts";

/** Counts are written down this soon after they change, so that whoever looks sees them... */
const soonMs = 5;
/** ...as long as that is not too often: so many times in a row, and four times a second in the long run. */
const creditMax = 20;
const creditEveryMs = 250;
const retryMs = 1_000;
const stopTriesMax = 5;
const stopRetryMs = 200;
const secondMs = 1_000;

interface Settling {
  readonly store: Store;
  readonly meter: Meter;
  readonly log: Log;
  readonly clock: () => number;
}

/** Writes down what this process counted, of all projects together; what can't be written is kept and told again. */
export class Settler {
  readonly #given: Settling;
  readonly #touched = new Set<ProjectGate>();
  #credit = creditMax;
  #creditAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(given: Settling) {
    this.#given = given;
  }

  /** A request of this project was counted. */
  note(project: ProjectGate): void {
    this.#touched.add(project);
    this.#timer ??= this.#flushIn(this.#waitMs());
  }

  /** This project has something to tell that others wait for. */
  hurry(project: ProjectGate): void {
    this.#touched.add(project);
    clearTimeout(this.#timer);
    this.#timer = this.#flushIn(0);
  }

  /** Everything counted so far is written down when this resolves, or else kept and logged. */
  flush(): Promise<void> {
    return this.#flushAfterOthers([]);
  }

  /** The last settlement: it also hands back what could still be spent. */
  async stop(projects: Iterable<ProjectGate>): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const all = [...projects];
    const pending = all.flatMap(({ leases }) => Object.values(leases).map((lease) => lease.pending));
    await Promise.allSettled(pending);
    // What could not be written stays touched: the counts of a whole process are worth a few more tries.
    for (let tries = 0; tries < stopTriesMax && (tries === 0 || this.#touched.size > 0); tries += 1) {
      if (tries > 0) await sleep(stopRetryMs);
      await this.#flushAfterOthers(all);
    }
  }

  /** Of the `leaving` also goes back what they could still spend: named anew here, since a flush that waited before took all names. */
  #flushAfterOthers(leaving: readonly ProjectGate[]): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#flushOnce(leaving));
    return this.#flushing;
  }

  /** Little happening is told of at once; much happening is told of together. */
  #waitMs(): number {
    const now = performance.now();
    this.#credit = Math.min(creditMax, this.#credit + (now - this.#creditAt) / creditEveryMs);
    this.#creditAt = now;
    this.#credit -= 1;
    return this.#credit >= 0 ? soonMs : -this.#credit * creditEveryMs;
  }

  #flushIn(ms: number): NodeJS.Timeout | undefined {
    if (this.#isStopped) return undefined;
    const timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, ms);
    return timer.unref();
  }

  async #flushOnce(leaving: readonly ProjectGate[]): Promise<void> {
    const { store, meter, log, clock } = this.#given;
    const now = clock();
    const projects = [...new Set([...this.#touched, ...leaving])];
    this.#touched.clear();
    const batch = meter.drain(now);
    const settlements = projects.flatMap(({ leases, tabs }) =>
      [...Object.values(leases), ...Object.values(tabs)].flatMap((counter) =>
        counter.settle(now, leaving.length > 0).map((settlement) => ({ counter, settlement })),
      ),
    );
    const told = settlements.map(({ settlement }) => settlement);
    if (told.length === 0 && isEmpty(batch)) return;
    try {
      const { spent, totals } = await store.transact("platform", (db) => write(db, batch, told, now));
      learnSpent(projects, spent);
      learnPace(projects, totals, now);
    } catch (error) {
      log.warn("counts could not be written down; they are kept", { error });
      meter.keep(batch);
      for (const { counter, settlement } of settlements) counter.unsettle(settlement);
      for (const project of projects) this.#touched.add(project);
      this.#timer ??= this.#flushIn(retryMs);
    }
  }
}

const isEmpty = ({ usage, seconds, keys }: Batch) => usage.length + seconds.length + keys.length === 0;

async function write(db: Db, batch: Batch, settlements: readonly Settlement[], now: number) {
  const spent = settlements.length > 0 ? await settle(db, settlements) : [];
  return { spent, totals: await record(db, batch, now) };
}

/** Each project learns what all processes came to. */
function learnSpent(projects: readonly ProjectGate[], spent: readonly Spent[]): void {
  const gates = new Map(projects.map((project) => [project.projectId, project]));
  for (const each of spent) {
    const gate = gates.get(each.projectId);
    if (gate) counterOf(gate, each.metric)?.learn(each);
  }
}

function counterOf({ leases, tabs }: ProjectGate, metric: Spent["metric"]) {
  const counters: Partial<Record<Spent["metric"], { learn(spent: Spent): void }>> = {
    requests_per_day: leases.requests,
    requests_per_month: leases.requestsOfMonth,
    rows_written_per_day: leases.rows,
    query_ms_per_day: tabs.queryMs,
    egress_bytes_per_month: tabs.egress,
  };
  return counters[metric];
}

type Totals = Awaited<ReturnType<typeof record>>;

/** Each project learns how much was asked for elsewhere in the busiest of the last seconds. */
function learnPace(projects: readonly ProjectGate[], totals: Totals, now: number): void {
  const thisSecond = now - (now % secondMs);
  const elsewhere = new Map<string, number>();
  const meterOf = new Map(projects.map((project) => [project.projectId, project.meter]));
  for (const { projectId, second, wanted } of totals) {
    const others = wanted - (meterOf.get(projectId)?.wantedIn(Date.parse(second)) ?? wanted);
    elsewhere.set(projectId, Math.max(others, elsewhere.get(projectId) ?? 0));
  }
  for (const { projectId, pace, meter } of projects) {
    const ours = Math.max(...[0, 1, 2].map((ago) => meter.wantedIn(thisSecond - ago * secondMs)));
    pace.learn(ours, elsewhere.get(projectId) ?? 0, performance.now());
  }
}
