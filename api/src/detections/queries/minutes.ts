import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { subjectKinds } from "../features/subject.ts";
import { type Tally, TallyRecord } from "../features/tally.ts";

const Recorded = z.object({ kind: z.enum(subjectKinds), subjectId: z.string(), startsAt: z.string(), tally: TallyRecord });
export type Recorded = z.output<typeof Recorded>;

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

/** All that is recorded of a range of time, the oldest first, however it is written down by now. */
export const listRecorded = (db: Db, from: string, to: string) =>
  db.many(
    Recorded,
    sql`
    select subject_kind as kind, subject_id as "subjectId", minute as "startsAt", tally
    from feature_minutes where minute >= ${from} and minute < ${to}
    union all
    select subject_kind, subject_id, starts_at, tally from feature_windows where starts_at >= ${from} and starts_at < ${to}
    order by 3`,
  );

export const forgetMinutes = (db: Db, before: string) => db.run(sql`delete from feature_minutes where minute < ${before}`);
