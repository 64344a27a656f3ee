import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Bucket } from "../features/buckets.ts";
import { type Subject, subjectKinds } from "../features/subject.ts";
import { endpointsOfMinuteMax, type Part, Room, Tally, TallyRecord } from "../features/tally.ts";

export const Recorded = z.object({ kind: z.enum(subjectKinds), subjectId: z.string(), startsAt: z.string(), tally: TallyRecord });
export type Recorded = z.output<typeof Recorded>;

export const toTally = (record: TallyRecord): Tally => Tally.of(record, new Room(Number.POSITIVE_INFINITY), endpointsOfMinuteMax);

export const toBucket = ({ kind, subjectId, startsAt, tally }: Recorded): Bucket => ({
  subject: { kind, id: subjectId },
  startsAt: Date.parse(startsAt),
  tally: toTally(tally),
});

/** Takes away what was written down before a moment, the oldest first and no more than so many. */
export const takeWritten = (db: Db, before: string, limit: number) =>
  db.many(
    Recorded,
    sql`
    delete from feature_windows
    where id in (select id from feature_windows where written_at < ${before} order by written_at, id limit ${limit})
    returning subject_kind as kind, subject_id as "subjectId", starts_at as "startsAt", tally`,
  );

const keysOf = (places: readonly Pick<Recorded, "kind" | "subjectId" | "startsAt">[]) =>
  JSON.stringify(places.map(({ kind, subjectId, startsAt }) => ({ kind, id: subjectId, minute: startsAt })));

/** What is known of these minutes already. */
export const lockMinutes = (db: Db, places: readonly Pick<Recorded, "kind" | "subjectId" | "startsAt">[]) =>
  db.many(
    Recorded,
    sql`
    select m.subject_kind as kind, m.subject_id as "subjectId", m.minute as "startsAt", m.tally
    from feature_minutes m
    join json_to_recordset(${keysOf(places)}) as r (kind text, id text, minute timestamptz)
      on m.subject_kind = r.kind and m.subject_id = r.id and m.minute = r.minute
    order by m.minute, m.subject_kind, m.subject_id
    for update of m`,
  );

export interface Summed extends Pick<Recorded, "kind" | "subjectId" | "startsAt"> {
  readonly tally: Tally;
}

export const setMinutes = (db: Db, minutes: readonly Summed[]) =>
  db.run(sql`
    insert into feature_minutes (subject_kind, subject_id, minute, tally)
    select kind, id, minute, tally
    from json_to_recordset(${JSON.stringify(
      minutes.map(({ kind, subjectId, startsAt, tally }) => ({ kind, id: subjectId, minute: startsAt, tally: tally.toRecord() })),
    )}) as r (kind text, id text, minute timestamptz, tally jsonb)
    on conflict (minute, subject_kind, subject_id) do update set tally = excluded.tally`);

/** Whose requests are wanted, and from when on. */
export interface Wanted {
  readonly subject: Subject;
  readonly from: number;
}

const timeOf = (at: number) => new Date(at).toISOString();

/** What is recorded of some until a moment, the oldest first, however it is written down by now: counts, and of the rest what is asked for. */
export async function listRecorded(db: Db, wanted: readonly Wanted[], until: number, parts: readonly Part[]): Promise<Bucket[]> {
  if (wanted.length === 0) return [];
  const since = timeOf(Math.min(...wanted.map(({ from }) => from)));
  const rows = wanted.map(({ subject: { kind, id }, from }) => ({ kind, id, from: timeOf(from) }));
  const recorded = await db.many(
    Recorded,
    sql`
    with w as materialized (select * from json_to_recordset(${JSON.stringify(rows)}) as w (kind text, id text, "from" timestamptz))
    select w.kind, w.id as "subjectId", m.minute as "startsAt", ${onlyOf(parts)} as tally
    from feature_minutes m join w on m.subject_kind = w.kind and m.subject_id = w.id and m.minute >= w."from"
    where m.minute >= ${since} and m.minute < ${timeOf(until)}
    union all
    select w.kind, w.id, m.starts_at, ${onlyOf(parts)}
    from feature_windows m join w on m.subject_kind = w.kind and m.subject_id = w.id and m.starts_at >= w."from"
    where m.starts_at >= ${since} and m.starts_at < ${timeOf(until)}
    order by 3`,
  );
  return recorded.map(toBucket);
}

const onlyOf = (parts: readonly Part[]) => sql`
  jsonb_build_object(
    'counts', m.tally -> 'counts',
    'distinct', coalesce((
      select jsonb_object_agg(name, m.tally -> 'distinct' -> name) from unnest(${[...parts]}::text[]) name where m.tally -> 'distinct' ? name), '{}'),
    'bodies', case when ${parts.includes("bodies")} then m.tally -> 'bodies' else '{}' end,
    'endpoints', case when ${parts.includes("endpoints")} then m.tally -> 'endpoints' else '{}' end)`;

export const forgetMinutes = (db: Db, before: string) => db.run(sql`delete from feature_minutes where minute < ${before}`);
