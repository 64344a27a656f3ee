import type { Context } from "../../platform/action.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Bucket } from "../features/buckets.ts";
import { Room, Tally } from "../features/tally.ts";
import * as queries from "../queries/minutes.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** No window reaches so far back. */
const olderThanMs = 2 * hourMs;
const rowsAtOnce = 2_000;
/** Of one turn; the next is a minute later. */
const timesMax = 20;

/** Sums what is older than any window over processes and by minute: of a busy hour a sixth is left, and less. */
export async function summarise({ db, now }: Context): Promise<void> {
  const before = new Date(Date.parse(now) - olderThanMs).toISOString();
  for (let times = 0; times < timesMax; times += 1) {
    const rows = await queries.takeWritten(db, before, rowsAtOnce);
    if (rows.length > 0) await addToMinutes(db, rows);
    if (rows.length < rowsAtOnce) return;
  }
}

async function addToMinutes(db: Db, rows: readonly queries.Recorded[]): Promise<void> {
  const minutes = new Map<string, queries.Summed>();
  const add = ({ kind, subjectId, startsAt, tally }: queries.Recorded) => {
    const at = Date.parse(startsAt);
    const minute = new Date(at - (at % minuteMs)).toISOString();
    const place = `${kind} ${subjectId} ${minute}`;
    const known = minutes.get(place);
    if (known) known.tally.merge(toTally(tally));
    else minutes.set(place, { kind, subjectId, startsAt: minute, tally: toTally(tally) });
  };
  for (const row of rows) add(row);
  for (const row of await queries.lockMinutes(db, [...minutes.values()])) add(row);
  await queries.setMinutes(db, [...minutes.values()]);
}

const toTally = (record: queries.Recorded["tally"]) => Tally.of(record, new Room(Number.POSITIVE_INFINITY));

/**
 * What was seen of requests in a range of time, the oldest first, an hour at a time: for a `Detector` to `absorb`, so that a rule can be
 * tried on what was. It is kept for a fortnight.
 */
export async function* recordedBuckets(db: Db, from: string, to: string): AsyncGenerator<readonly Bucket[]> {
  for (let at = Date.parse(from); at < Date.parse(to); at += hourMs) {
    const until = Math.min(at + hourMs, Date.parse(to));
    const rows = await queries.listRecorded(db, new Date(at).toISOString(), new Date(until).toISOString());
    yield rows.map(({ kind, subjectId, startsAt, tally }) => ({
      subject: { kind, id: subjectId },
      startsAt: Date.parse(startsAt),
      tally: toTally(tally),
    }));
  }
}
