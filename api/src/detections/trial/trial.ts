import { setImmediate } from "node:timers/promises";
import type { Db } from "../../platform/db/store.ts";
import { Detector, type Inputs } from "../detector.ts";
import { type Bounds, hourOf, mayFind } from "../features/bounds.ts";
import type { Bucket } from "../features/buckets.ts";
import { type Subject, subjectKey } from "../features/subject.ts";
import type { Part } from "../features/tally.ts";
import { RecordedHistory } from "../history.ts";
import * as hours from "../queries/hours.ts";
import * as minutes from "../queries/minutes.ts";
import type { Rule } from "../rules/rule.ts";
import { type Scope, scopeOf } from "./possible.ts";
import { type Sighting, Sightings } from "./sightings.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What rules are tried on. Times are in milliseconds since 1970. */
export interface Asked {
  readonly rules: readonly Rule[];
  readonly from: number;
  readonly to: number;
  readonly projectId: string | undefined;
  /** More than so many rows are not read. */
  readonly rowsMax: number;
}

/** How often rules are looked at: what is recorded is summed by minute. */
export const stepMs = minuteMs;

/**
 * Tries rules on what is recorded, by the detectors themselves, as if time went by again. Hours in which none of the rules can find anything,
 * by the most that their features came to, are not looked at closely.
 */
export class Trial {
  readonly subjects = new Set<string>();
  /** Of features that were not recorded from the beginning on, when the last hour without them was over. */
  readonly featuresSince = new Map<string, number>();
  rowsRead = 0;
  readonly #asked: Asked;
  readonly #db: Db;
  readonly #scopes: readonly Scope[];
  readonly #features: readonly string[];
  readonly #parts: readonly Part[];
  /** How far back the rules look. */
  readonly reachMs: number;
  readonly #history: RecordedHistory;
  readonly #detector: Detector;
  readonly #sightings: Sightings;
  /** Of the last hours, the newest last, what is known of each subject. */
  #known: ReadonlyMap<string, Bounds>[] = [];
  /** Until when the detector knows what is recorded of each subject. */
  readonly #fedUntil = new Map<string, number>();
  #newest = 0;

  constructor(db: Db, asked: Asked) {
    const { rules } = asked;
    this.#db = db;
    this.#asked = asked;
    this.#scopes = rules.map(scopeOf);
    this.#features = [...new Set(this.#scopes.flatMap(({ features }) => features))];
    this.#parts = [...new Set(this.#scopes.flatMap(({ parts }) => parts))];
    this.reachMs = Math.max(...this.#scopes.map(({ reachMs }) => reachMs));
    this.#history = new RecordedHistory(rules.flatMap((rule) => (rule.kind === "spike" ? [rule.metric] : [])));
    this.#detector = new Detector({ rules, history: this.#history });
    this.#sightings = new Sightings(rules);
  }

  /** Undefined where more is recorded than may be read. */
  async run(): Promise<readonly Sighting[] | undefined> {
    const { from, to, rowsMax } = this.#asked;
    const hoursBack = Math.ceil(this.reachMs / hourMs);
    for (let hour = hourOf(from) - hoursBack * hourMs; hour < to; hour += hourMs) {
      const subjects = await this.#learn(hour, hoursBack);
      if (hour < hourOf(from)) continue;
      await this.#pass(
        hour,
        subjects.filter((subject) => this.#maySee(subject)),
      );
      if (this.rowsRead > rowsMax) return undefined;
    }
    this.#sightings.close(to);
    return this.#sightings.all.map((each) => ({ ...each, inputs: this.#readIn(each.inputs) }));
  }

  async #learn(hour: number, hoursBack: number): Promise<readonly Subject[]> {
    const kinds = [...new Set(this.#scopes.map(({ kind }) => kind))];
    const listed = await hours.list(this.#db, { kinds, id: this.#asked.projectId }, this.#features, hour);
    this.rowsRead += listed.length;
    // Of whom some minutes are not summed yet, nothing is known: those come last.
    const known = new Map(listed.map(({ subject, most }) => [subjectKey(subject), most]));
    this.#known = [...this.#known, known].slice(-hoursBack - 1);
    for (const key of known.keys()) this.subjects.add(key);
    for (const feature of this.#features)
      if (listed.some(({ most, isSummed }) => isSummed && !most[feature])) this.featuresSince.set(feature, hour + hourMs);
    return [...new Map(listed.map(({ subject }) => [subjectKey(subject), subject])).values()];
  }

  #maySee(subject: Subject): boolean {
    const key = subjectKey(subject);
    const known = this.#known.map((hour) => hour.get(key));
    return this.#scopes.some((scope) => scope.kind === subject.kind && mayFind(scope, known));
  }

  /** Lets an hour go by, minute by minute. */
  async #pass(hour: number, subjects: readonly Subject[]): Promise<void> {
    const until = Math.min(hour + hourMs, this.#asked.to);
    const buckets = await this.#read(hour, until, subjects);
    let next = 0;
    for (let minute = hour; minute < until; minute += stepMs) {
      for (; (buckets[next]?.startsAt ?? Number.POSITIVE_INFINITY) < minute + stepMs; next += 1) this.#absorb(buckets[next], minute);
      await this.#look(minute + stepMs);
    }
  }

  /** What the detector does not know yet of those in whose requests something may be found. */
  async #read(hour: number, until: number, subjects: readonly Subject[]): Promise<readonly Bucket[]> {
    const wanted = subjects.map((subject) => {
      const key = subjectKey(subject);
      const from = Math.max(hour - this.reachMs, this.#fedUntil.get(key) ?? 0);
      this.#fedUntil.set(key, until);
      return { subject, from };
    });
    const buckets = await minutes.listRecorded(this.#db, wanted, until, this.#parts);
    this.rowsRead += buckets.length;
    return buckets;
  }

  #absorb(bucket: Bucket | undefined, now: number): void {
    if (!bucket) return;
    this.#detector.absorb(bucket, now);
    this.#newest = Math.max(this.#newest, bucket.startsAt);
  }

  /** Looks at the end of a minute, where there is anything to look at; others have their turn between two looks. */
  async #look(at: number): Promise<void> {
    const isQuiet = at > this.#newest + this.reachMs + stepMs && !this.#sightings.areOpen;
    if (isQuiet) return;
    // A minute's requests are of the windows that end with it.
    const now = at - 1;
    await this.#history.load(this.#db, this.#detector.projectIds, now);
    const found = this.#detector.evaluate(now);
    if (at > this.#asked.from) this.#sightings.take(found, at);
    await setImmediate();
  }

  /** Features that no rule names were not read. */
  #readIn(inputs: Inputs): Inputs {
    if (!("expression" in inputs)) return inputs;
    const features = Object.entries(inputs.features).filter(([name]) => this.#features.includes(name));
    return { ...inputs, features: Object.fromEntries(features) };
  }
}
