import { type Bucket, bucketMs } from "./buckets.ts";
import { type Subject, type SubjectKind, subjectKey } from "./subject.ts";
import { Room, Tally } from "./tally.ts";

const minuteMs = 60_000;
/** The longest window there is. */
export const windowMsMax = 3_600_000;
/** What is younger stands in buckets, what is older in minutes, and what only the longest window reaches in spans of five. */
const youngMs = 2 * minuteMs;
const oldMs = 20 * minuteMs;
const longSpanMs = 5 * minuteMs;
/** Clocks of several machines differ a little; what lies further ahead is an error. */
export const aheadMs = minuteMs;
const entriesMax = 3_000_000;
const subjectsMax: Readonly<Record<SubjectKind, number>> = { project: 20_000, network: 10_000 };

interface Span {
  readonly startsAt: number;
  readonly lengthMs: number;
  readonly tally: Tally;
}

/** What was seen of each subject in the last hour. Where memory runs out, numbers of different ones are too low, never too high. */
export class Windows {
  readonly #room: Room;
  readonly #count: Record<SubjectKind, number> = { project: 0, network: 0 };
  readonly #spans = new Map<string, { readonly subject: Subject; spans: Span[] }>();

  constructor(entries = entriesMax) {
    this.#room = new Room(entries);
  }

  /** Takes up what a process summed. */
  add({ subject, startsAt, tally }: Bucket): void {
    const key = subjectKey(subject);
    const known = this.#spans.get(key);
    if (!known && this.#count[subject.kind] >= subjectsMax[subject.kind]) return;
    const spans = known?.spans ?? [];
    if (!known) {
      this.#spans.set(key, { subject, spans });
      this.#count[subject.kind] += 1;
    }
    const same = spans.find((each) => each.startsAt <= startsAt && startsAt < each.startsAt + each.lengthMs);
    const into = same ?? { startsAt, lengthMs: bucketMs, tally: new Tally(this.#room) };
    if (!same) spans.push(into);
    into.tally.merge(tally);
  }

  /** Those with anything in memory. */
  *subjects(): Iterable<Subject> {
    for (const { subject } of this.#spans.values()) yield subject;
  }

  /** What was seen from so long before `now` until `now`: of every span that began within. */
  look(subject: Subject, now: number, lengthMs: number): Tally {
    const seen = new Tally(unbounded());
    for (const { startsAt, tally } of this.#spans.get(subjectKey(subject))?.spans ?? []) {
      if (startsAt > now - lengthMs && startsAt <= now) seen.merge(tally);
    }
    return seen;
  }

  /** Forgets what no window reaches any more, and sums what is older by minute. */
  sweep(now: number): void {
    for (const [key, known] of this.#spans) {
      known.spans = this.#swept(known.spans, now);
      if (known.spans.length > 0) continue;
      this.#spans.delete(key);
      this.#count[known.subject.kind] -= 1;
    }
  }

  #swept(spans: readonly Span[], now: number): Span[] {
    const kept: Span[] = [];
    const summed = new Map<number, Span>();
    for (const span of spans) {
      const isOver = span.startsAt <= now - windowMsMax - minuteMs || span.startsAt > now + aheadMs;
      const lengthMs = lengthFor(span.startsAt, now);
      if (isOver) span.tally.release();
      else if (lengthMs <= span.lengthMs) kept.push(span);
      else intoLonger(summed, span, lengthMs);
    }
    return [...summed.values(), ...kept];
  }
}

/** How long the span is that this moment stands in, once all of it is old enough. */
function lengthFor(at: number, now: number): number {
  if (at - (at % longSpanMs) + longSpanMs <= now - oldMs) return longSpanMs;
  return at - (at % minuteMs) + minuteMs <= now - youngMs ? minuteMs : bucketMs;
}

function intoLonger(summed: Map<number, Span>, { startsAt: at, tally }: Span, lengthMs: number): void {
  const startsAt = at - (at % lengthMs);
  const known = summed.get(startsAt);
  if (!known) {
    summed.set(startsAt, { startsAt, lengthMs, tally });
    return;
  }
  known.tally.merge(tally);
  tally.release();
}

/** For what is thrown away at once. */
const unbounded = () => new Room(Number.POSITIVE_INFINITY);
