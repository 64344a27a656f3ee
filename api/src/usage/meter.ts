import { type Batch, type CountedUsage, countedMetrics, type SecondRow, type UsageRow } from "./rules.ts";
import { Tally } from "./tally.ts";

const secondMs = 1_000;
/** Seconds remembered: those not yet told, and the last whole ones, which a share is reckoned from. */
const rememberedSeconds = 8;

interface Second {
  readonly startsAt: number;
  served: number;
  wanted: number;
  toldServed: number;
  toldWanted: number;
}

/** Counts what one project does in this process. */
export class ProjectMeter {
  readonly projectId: string;
  readonly #tallies = new Map<CountedUsage, Tally>(countedMetrics.map((metric) => [metric, new Tally()]));
  readonly #seconds: Second[] = [];
  readonly #onChange: (changed: ProjectMeter) => void;
  #isClean = true;

  constructor(projectId: string, onChange: (changed: ProjectMeter) => void) {
    this.projectId = projectId;
    this.#onChange = onChange;
  }

  add(metric: CountedUsage, amount: number, now: number): void {
    this.#tallies.get(metric)?.add(amount, now);
    this.#changed();
  }

  /** A request was asked for, whether or not it is then refused. */
  want(now: number): void {
    this.#at(now).wanted += 1;
    this.#changed();
  }

  /** A request was answered. */
  serve(now: number): void {
    this.#at(now).served += 1;
    this.add("requests", 1, now);
  }

  /** How many were asked for here in the second that began then. */
  wantedIn(startsAt: number): number {
    const second = this.#seconds[(startsAt / secondMs) % rememberedSeconds];
    return second?.startsAt === startsAt ? second.wanted : 0;
  }

  drain(): { usage: UsageRow[]; seconds: SecondRow[] } {
    this.#isClean = true;
    const { projectId } = this;
    const usage = [...this.#tallies].flatMap(([metric, tally]) =>
      tally.drain().map(({ minute, ...counted }) => ({ projectId, metric, minute: new Date(minute).toISOString(), ...counted })),
    );
    return { usage, seconds: this.#seconds.flatMap((second) => this.#drainSecond(second)) };
  }

  #drainSecond(second: Second): SecondRow[] {
    const served = second.served - second.toldServed;
    const wanted = second.wanted - second.toldWanted;
    if (served === 0 && wanted === 0) return [];
    second.toldServed = second.served;
    second.toldWanted = second.wanted;
    return [{ projectId: this.projectId, second: new Date(second.startsAt).toISOString(), served, wanted }];
  }

  #at(now: number): Second {
    const startsAt = now - (now % secondMs);
    const at = (startsAt / secondMs) % rememberedSeconds;
    const found = this.#seconds[at];
    if (found?.startsAt === startsAt) return found;
    const begun = { startsAt, served: 0, wanted: 0, toldServed: 0, toldWanted: 0 };
    this.#seconds[at] = begun;
    return begun;
  }

  #changed(): void {
    if (!this.#isClean) return;
    this.#isClean = false;
    this.#onChange(this);
  }
}

/** How often it is worth writing down that a key was used. */
const keyEveryMs = 60_000;

/** Counts what all projects do in this process until it is written down. */
export class Meter {
  readonly #changed = new Set<ProjectMeter>();
  readonly #keys = new Map<string, number>();
  readonly #keysTold = new Map<string, number>();
  #kept: UsageRow[] = [];

  of(projectId: string): ProjectMeter {
    return new ProjectMeter(projectId, (changed) => void this.#changed.add(changed));
  }

  keyUsed(keyId: string, now: number): void {
    if (now - (this.#keysTold.get(keyId) ?? 0) < keyEveryMs) return;
    this.#keys.set(keyId, now);
  }

  drain(now: number): Batch {
    const drained = [...this.#changed].map((each) => each.drain());
    this.#changed.clear();
    const usage = merge([...this.#kept, ...drained.flatMap((each) => each.usage)]);
    this.#kept = [];
    return { usage, seconds: drained.flatMap((each) => each.seconds), keys: this.#drainKeys(now) };
  }

  /** Takes back what could not be written down. Seconds are forgotten: they are of use only while they are fresh. */
  keep(batch: Batch): void {
    this.#kept.push(...batch.usage);
    for (const { keyId, usedAt } of batch.keys) this.#keys.set(keyId, Date.parse(usedAt));
  }

  #drainKeys(now: number): Batch["keys"] {
    const keys = [...this.#keys].map(([keyId, usedAt]) => ({ keyId, usedAt: new Date(usedAt).toISOString() }));
    for (const { keyId } of keys) this.#keysTold.set(keyId, now);
    for (const [keyId, toldAt] of this.#keysTold) if (now - toldAt > keyEveryMs) this.#keysTold.delete(keyId);
    this.#keys.clear();
    return keys;
  }
}

/** One row for each project, metric and minute, as one statement needs it; sorted, so that processes never wait crosswise. */
function merge(rows: readonly UsageRow[]): UsageRow[] {
  const byPlace = new Map<string, UsageRow>();
  for (const row of rows) {
    const place = `${row.projectId} ${row.metric} ${row.minute}`;
    const same = byPlace.get(place);
    const total = row.total + (same?.total ?? 0);
    byPlace.set(place, { ...row, total, peakSecond: Math.max(row.peakSecond, same?.peakSecond ?? 0) });
  }
  return [...byPlace.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
