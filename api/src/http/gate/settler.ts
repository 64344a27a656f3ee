import type { Db, Store } from "../../platform/db/store.ts";
import type { Log } from "../../platform/log.ts";
import { type Settlement, settle } from "../../quotas/index.ts";
import { type Batch, type Meter, record } from "../../usage/index.ts";
import type { ProjectGate } from "./project-gate.ts";

/** When little happens, counts are written down this soon, so that whoever looks sees them. */
const quietMs = 25;
/** More than this many requests in so short a time is much: then once a second is often enough. */
const quietRequests = 20;
const busyMs = 1_000;
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
  #requests = 0;
  #flushedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(given: Settling) {
    this.#given = given;
  }

  /** A request of this project was counted. */
  note(project: ProjectGate): void {
    this.#requests += 1;
    this.#touched.add(project);
    if (!this.#timer) this.#in(quietMs, () => this.#tick());
  }

  /** This project has something to tell that others wait for. */
  hurry(project: ProjectGate): void {
    this.#touched.add(project);
    this.#in(0, () => this.flush());
  }

  /** Everything counted so far is written down when this resolves, or else kept and logged. */
  flush(everything = false): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#flushOnce(everything));
    return this.#flushing;
  }

  /** The last settlement: it also hands back what could still be spent. */
  async stop(projects: Iterable<ProjectGate>): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const project of projects) this.#touched.add(project);
    const pending = [...this.#touched].flatMap(({ leases }) => [leases.requests.pending, leases.rows.pending]);
    await Promise.allSettled(pending);
    await this.flush(true);
  }

  #in(ms: number, work: () => unknown): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      work();
    }, ms);
    this.#timer.unref();
  }

  #tick(): void {
    const sinceMs = performance.now() - this.#flushedAt;
    if (this.#requests > quietRequests && sinceMs < busyMs) this.#in(busyMs - sinceMs, () => this.flush());
    else void this.flush();
  }

  async #flushOnce(everything: boolean): Promise<void> {
    const { store, meter, log, clock } = this.#given;
    const now = clock();
    this.#requests = 0;
    const projects = [...this.#touched];
    this.#touched.clear();
    const batch = meter.drain(now);
    const settlements = projects.flatMap((project) =>
      Object.values(project.leases).flatMap((lease) => lease.settle(now, everything).map((settlement) => ({ lease, settlement }))),
    );
    const told = settlements.map(({ settlement }) => settlement);
    if (told.length === 0 && isEmpty(batch)) return;
    try {
      const totals = await store.transact("platform", (db) => write(db, batch, told, now));
      learn(projects, totals, now);
    } catch (error) {
      log.warn("counts could not be written down; they are kept", { error });
      meter.keep(batch);
      for (const { lease, settlement } of settlements) lease.unsettle(settlement);
      for (const project of projects) this.#touched.add(project);
      this.#in(busyMs, () => this.flush());
    }
    this.#flushedAt = performance.now();
  }
}

const isEmpty = ({ usage, seconds, keys }: Batch) => usage.length + seconds.length + keys.length === 0;

async function write(db: Db, batch: Batch, settlements: readonly Settlement[], now: number) {
  if (settlements.length > 0) await settle(db, settlements);
  return record(db, batch, now);
}

type Totals = Awaited<ReturnType<typeof record>>;

/** Each project learns how much was asked for elsewhere in the busiest of the last seconds. */
function learn(projects: readonly ProjectGate[], totals: Totals, now: number): void {
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
