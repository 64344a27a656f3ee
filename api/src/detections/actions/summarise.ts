import type { Context } from "../../platform/action.ts";
import type { Db } from "../../platform/db/store.ts";
import { type Bounds, hourOf, withBucket } from "../features/bounds.ts";
import type { Bucket } from "../features/buckets.ts";
import { subjectKey } from "../features/subject.ts";
import * as hours from "../queries/hours.ts";
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
    if (rows.length > 0) {
      await addToMinutes(db, rows);
      await addToHours(db, rows.map(queries.toBucket));
    }
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
    if (known) known.tally.merge(queries.toTally(tally));
    else minutes.set(place, { kind, subjectId, startsAt: minute, tally: queries.toTally(tally) });
  };
  for (const row of rows) add(row);
  for (const row of await queries.lockMinutes(db, [...minutes.values()])) add(row);
  await queries.setMinutes(db, [...minutes.values()]);
}

async function addToHours(db: Db, buckets: readonly Bucket[]): Promise<void> {
  const touched = new Map(
    buckets.map(({ subject, startsAt }) => [`${subjectKey(subject)} ${hourOf(startsAt)}`, { subject, hour: hourOf(startsAt) }]),
  );
  const known = new Map(
    (await hours.lock(db, [...touched.values()])).map(({ subject, hour, most }) => [`${subjectKey(subject)} ${hour}`, most]),
  );
  const summed = new Map<string, Bounds>();
  for (const bucket of buckets) {
    const place = `${subjectKey(bucket.subject)} ${hourOf(bucket.startsAt)}`;
    summed.set(place, withBucket(summed.get(place) ?? known.get(place) ?? {}, bucket));
  }
  await hours.set(
    db,
    [...touched].map(([place, each]) => ({ ...each, most: summed.get(place) ?? {} })),
  );
}
