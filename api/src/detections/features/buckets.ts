import type { Observation } from "../observation.ts";
import { type Subject, type SubjectKind, subjectKey } from "./subject.ts";
import { Room, Tally } from "./tally.ts";

/** Requests are summed in spans of this length, which begin at whole multiples of it. */
export const bucketMs = 10_000;
/** Of each kind between two times that they are taken away: a flood from many networks takes no place from projects. */
const bucketsMax: Readonly<Record<SubjectKind, number>> = { project: 20_000, network: 5_000 };
const entriesMax = 400_000;

export interface Bucket {
  readonly subject: Subject;
  readonly startsAt: number;
  readonly tally: Tally;
}

export const bucketStart = (at: number) => at - (at % bucketMs);

/** Sums requests as they come, by whom they are of and when, until that is taken away. */
export class Buckets {
  readonly #room: Room;
  readonly #entries: number;
  #open = new Map<string, Bucket>();
  #count: Record<SubjectKind, number> = { project: 0, network: 0 };
  #current = new Map<string, Bucket>();
  #currentStart = -1;

  constructor(entries = entriesMax) {
    this.#entries = entries;
    this.#room = new Room(entries);
  }

  observe(seen: Observation): void {
    if (seen.projectId !== null) this.#bucket("project", seen.projectId, seen.at)?.tally.add(seen);
    if (seen.network !== null && isNoteworthy(seen)) this.#bucket("network", seen.network, seen.at)?.tally.add(seen);
  }

  /** Everything summed since the last time; it is nobody else's from then on. */
  drain(): Bucket[] {
    const drained = [...this.#open.values()];
    this.#open = new Map();
    this.#count = { project: 0, network: 0 };
    this.#current = new Map();
    this.#currentStart = -1;
    this.#room.left = this.#entries;
    return drained;
  }

  /** Nearly all requests are of the present bucket: those are found by what they come with, without a text being made. */
  #bucket(kind: SubjectKind, id: string, at: number): Bucket | undefined {
    const startsAt = bucketStart(at);
    if (startsAt !== this.#currentStart) {
      this.#current = new Map();
      this.#currentStart = startsAt;
    }
    const known = this.#current.get(id);
    if (known) return known;
    const bucket = this.#find({ kind, id }, startsAt);
    if (bucket) this.#current.set(id, bucket);
    return bucket;
  }

  #find(subject: Subject, startsAt: number): Bucket | undefined {
    const place = `${subjectKey(subject)} ${startsAt}`;
    const known = this.#open.get(place);
    if (known || this.#count[subject.kind] >= bucketsMax[subject.kind]) return known;
    this.#count[subject.kind] += 1;
    const made = { subject, startsAt, tally: new Tally(this.#room) };
    this.#open.set(place, made);
    return made;
  }
}

/** Of a network only this is kept, so that nobody's visits are followed who does nothing strange. */
const isNoteworthy = ({ status, isProbe, isSignUp }: Observation) => status >= 400 || isProbe || isSignUp;
