import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Bounds } from "../features/bounds.ts";
import { type Subject, type SubjectKind, subjectKinds } from "../features/subject.ts";

const Most = z.custom<Bounds>((value) => typeof value === "object");

const Row = z
  .object({ kind: z.enum(subjectKinds), id: z.string(), hour: z.string(), most: Most })
  .transform(({ kind, id, hour, most }) => ({ subject: { kind, id }, hour: Date.parse(hour), most }));
export type Hour = z.output<typeof Row>;

type Place = Pick<Hour, "subject" | "hour">;
const keyOf = ({ subject: { kind, id }, hour }: Place) => ({ kind, id, hour: new Date(hour).toISOString() });

/** What is known of these hours already. */
export const lock = (db: Db, places: readonly Place[]) =>
  db.many(
    Row,
    sql`
    select h.subject_kind as kind, h.subject_id as id, h.hour, h.most
    from feature_hours h
    join json_to_recordset(${JSON.stringify(places.map(keyOf))}) as r (kind text, id text, hour timestamptz)
      on h.subject_kind = r.kind and h.subject_id = r.id and h.hour = r.hour
    order by h.hour, h.subject_kind, h.subject_id
    for update of h`,
  );

export const set = (db: Db, hours: readonly Hour[]) =>
  db.run(sql`
    insert into feature_hours (subject_kind, subject_id, hour, most)
    select kind, id, hour, most
    from json_to_recordset(${JSON.stringify(hours.map((each) => ({ ...keyOf(each), most: each.most })))})
      as r (kind text, id text, hour timestamptz, most jsonb)
    on conflict (hour, subject_kind, subject_id) do update set most = excluded.most`);

export interface Whose {
  readonly kinds: readonly SubjectKind[];
  /** One subject, if given. */
  readonly id: string | undefined;
}

const Listed = z.object({
  kind: z.enum(subjectKinds),
  id: z.string(),
  most: z.custom<readonly (readonly number[] | null)[]>().nullable(),
});

export interface Known {
  readonly subject: Subject;
  /** Of the features asked for, as far as they are known. */
  readonly most: Bounds;
  /** Whether all that is recorded of the hour is in it. */
  readonly isSummed: boolean;
}

/** What is known of an hour, of some features; of whom not all minutes are summed yet nothing is. */
export async function list(db: Db, { kinds, id }: Whose, features: readonly string[], hour: number): Promise<Known[]> {
  const from = new Date(hour).toISOString();
  const whose = sql`subject_kind = any(${[...kinds]}) and (${id ?? null}::text is null or subject_id = ${id ?? null})`;
  const rows = await db.many(
    Listed,
    sql`
    select subject_kind as kind, subject_id as id,
      (select jsonb_agg(most -> f.name order by f.place) from unnest(${[...features]}::text[]) with ordinality as f (name, place)) as most
    from feature_hours where hour = ${from} and ${whose}
    union all
    select distinct subject_kind, subject_id, null::jsonb
    from feature_windows where starts_at >= ${from} and starts_at < ${from}::timestamptz + interval '1 hour' and ${whose}`,
  );
  return rows.map(({ kind, id, most }) => ({ subject: { kind, id }, most: toBounds(features, most ?? []), isSummed: most !== null }));
}

const toBounds = (features: readonly string[], most: readonly (readonly number[] | null)[]): Bounds =>
  Object.fromEntries(
    features.flatMap((name, place) => {
      const known = most[place];
      return known ? [[name, known]] : [];
    }),
  );

export const forgetHours = (db: Db, before: string) => db.run(sql`delete from feature_hours where hour < ${before}`);

const Since = z.object({ since: z.string().nullable() });

/** Since when anything is recorded of anybody. */
export const findRecordedSince = async (db: Db) =>
  (await db.one(Since, sql`select least((select min(hour) from feature_hours), (select min(starts_at) from feature_windows)) as since`))
    .since;
