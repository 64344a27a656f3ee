import { z } from "zod";
import { type Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { windowOf } from "../quotas/index.ts";
import { summedUpTo } from "../usage/index.ts";
import { countedSince, hourOf, measures, type Range, type Testable } from "./rules.ts";

/** PostgreSQL writes the offset of a time inside JSON as +00:00. */
const time = z.string().transform((text) => new Date(text).toISOString());

const Hit = z.object({ projectId: z.string(), from: time, to: time, worst: z.number(), refused: z.number() });
export type Hit = z.output<typeof Hit>;

const Tested = z.object({ rows: z.number(), recordedFrom: z.string().nullable(), hits: z.array(Hit) });

/** A limit that is tried on what some projects used. */
export interface Tried {
  readonly metric: Testable;
  readonly limit: number;
  readonly projectIds: readonly string[];
  readonly range: Range;
}

/** Times in which the limit would have stood in the way, and how much was looked at. What an override set aside at the time is left out. */
export async function findHits(db: Db, tried: Tried) {
  const { steps, rows, recordedFrom } = tried.metric === "keys" ? ofKeys(tried) : await ofUsage(db, tried);
  return db.one(
    Tested,
    sql`
    with ${steps},
    felt as (
      select project_id as "projectId", begins as "from", least(ends, ${tried.range.to}::timestamptz) as "to", worst, refused
      from hits h
      where not exists (
        select from manual_overrides o
        where o.project_id = h.project_id and o.metric = ${tried.metric}
          and o.starts_at <= h.begins and h.begins < least(o.ends_at, coalesce(o.ended_at, o.ends_at))))
    select (${rows}) as rows, (${recordedFrom}) as "recordedFrom",
      (select coalesce(json_agg(felt order by felt."projectId", felt."from"), '[]') from felt) as hits`,
  );
}

/** How hits are found: statements up to one named `hits`, and what tells how much was looked at and what there is. */
interface Search {
  readonly steps: Sql;
  readonly rows: Sql;
  readonly recordedFrom: Sql;
}

/** Hours tell in which of them a limit was reached; only of those are the minutes read. */
async function ofUsage(db: Db, tried: Tried): Promise<Search> {
  const usage = [...measures[tried.metric].usage];
  const upTo = await summedUpTo(db);
  const first = sql`select min(hour) from usage_hours where metric = any(${usage}) and hour < ${upTo}`;
  const firstUnsummed = sql`select date_trunc('hour', min(minute), 'UTC') from usage_metrics where metric = any(${usage}) and minute >= ${upTo}`;
  return {
    steps: sql`hours as materialized (${hoursOf(tried, usage, upTo)}), ${hitsOf(tried, usage)}`,
    rows: sql`select coalesce(sum(rows), 0)::bigint from hours`,
    recordedFrom: sql`least((${first}), (${firstUnsummed}))`,
  };
}

/**
 * What each project came to by hour, from what is summed as far as it goes and from the minutes since; the hour in which a range begins
 * comes in two parts, and the one in which it ends as far as it goes. How far the sums go is told as a value, so that the planner knows it.
 */
function hoursOf({ metric, projectIds, range: { from, to } }: Tried, usage: readonly string[], upTo: string): Sql {
  const window = windowOf[metric];
  const since = countedSince(metric, from);
  const summed = [upTo, hourOf(to)].sort()[0] ?? upTo;
  const firstHour = hourOf(from);
  const isFirst = sql`(minute >= ${firstHour} and minute < ${firstHour}::timestamptz + interval '1 hour')`;
  const which = sql`metric = any(${[...usage]}) and project_id = any(${[...projectIds]})`;
  const value = window === "second" ? sql`max(peak_second)` : window === null ? sql`max(total)` : sql`sum(total)::bigint`;
  return sql`
    select project_id, hour as at, ${value} as value, sum(minutes) as rows
    from usage_hours
    where hour >= ${hourOf(since)} and hour < ${summed} and hour <> ${firstHour} and ${which}
    group by 1, 2
    union all
    select project_id, greatest(date_trunc('hour', minute, 'UTC'), case when minute >= ${from} then ${from}::timestamptz end), ${value}, count(*)
    from usage_metrics
    where minute >= ${since} and minute < ${to} and (minute >= ${summed} or ${isFirst}) and ${which}
    group by 1, 2`;
}

const hitsOf = (tried: Tried, usage: readonly string[]): Sql => {
  const window = windowOf[tried.metric];
  if (window === "second") return busySeconds(tried, usage);
  if (window === null) return levels(tried, usage);
  return sums(tried, usage, window === "day" ? sql`'day'` : sql`'month'`);
};

/**
 * Of each window in which the sum went beyond the limit: from the minute in which it did until the window's end. What was refused before
 * the range is not counted.
 */
const sums = ({ limit, range: { from } }: Tried, usage: readonly string[], unit: Sql): Sql => sql`
  running as (
    select project_id, at, value, date_trunc(${unit}, at, 'UTC') as w,
      sum(value) over (partition by project_id, date_trunc(${unit}, at, 'UTC') order by at) as so_far
    from hours
  ), windows as materialized (
    select project_id, w, max(so_far)::bigint as worst, coalesce(max(so_far) filter (where at < ${from}), 0)::bigint as earlier,
      min(at) filter (where so_far > ${limit}::bigint) as crossed, min(so_far - value) filter (where so_far > ${limit}::bigint) as so_far
    from running
    group by 1, 2
    having max(so_far) > ${limit}::bigint
  ), looked_at as materialized (
    select w.project_id, w.w, m.begins
    from windows w
    cross join lateral (
      select min(minute) filter (where w.so_far + within > ${limit}::bigint) as begins
      from (
        select minute, sum(total) over (order by minute) as within
        from usage_metrics
        where project_id = w.project_id and metric = any(${[...usage]}) and minute >= w.crossed and minute < ${hourAfter(sql`w.crossed`)}
      ) minutes
    ) m
    where w.crossed >= ${from}
  ), hits as (
    select project_id, greatest(coalesce(begins, crossed), ${from}::timestamptz) as begins, w + ('1 ' || ${unit})::interval as ends,
      worst, worst - greatest(earlier, ${limit}::bigint) as refused
    from windows left join looked_at using (project_id, w)
  )`;

const hourAfter = (at: Sql) => sql`date_trunc('hour', ${at}, 'UTC') + interval '1 hour'`;

/** The minutes of the hours in which something was beyond the limit. */
const minutesOf = ({ limit, range: { from, to } }: Tried, usage: readonly string[], value: Sql): Sql => sql`
  looked_at as materialized (
    select h.project_id, m.minute, m.value
    from hours h
    cross join lateral (
      select minute, ${value} as value
      from usage_metrics
      where project_id = h.project_id and metric = any(${[...usage]}) and minute >= h.at and minute < ${hourAfter(sql`h.at`)} and minute < ${to}
      offset 0
    ) m
    where h.at >= ${from} and h.value > ${limit}::bigint
  )`;

/** Minutes with a second beyond the limit, those of less than a quarter of an hour between them taken together. */
const busySeconds = (tried: Tried, usage: readonly string[]): Sql => sql`
  ${minutesOf(tried, usage, sql`peak_second`)}, hits as (
    select project_id, min(minute) as begins, max(minute) + interval '1 minute' as ends, max(value) as worst,
      sum(value - ${tried.limit}::bigint)::bigint as refused
    from (
      select *, count(*) filter (where is_first) over (partition by project_id order by minute) as run
      from (
        select project_id, minute, value,
          minute - lag(minute) over (partition by project_id order by minute) > interval '15 minutes' as is_first
        from looked_at
        where value > ${tried.limit}::bigint
      ) beyond
    ) marked
    group by project_id, run
  )`;

/** From the measurement that was beyond the limit until the next that was not; what was so before the range is so when it begins. */
const levels = (tried: Tried, usage: readonly string[]): Sql => {
  const { projectIds, limit, range } = tried;
  // One metric, not one of several: so PostgreSQL takes the next from the index as it comes.
  const measured = (projectId: Sql) => sql`from usage_metrics where project_id = ${projectId} and metric = ${usage[0] ?? ""}`;
  return sql`
  ${minutesOf(tried, usage, sql`total`)}, points as (
    select project_id, minute as at, value from looked_at
    union all
    select project_id, at, value from hours where value <= ${limit}::bigint and at >= ${range.from}
    union all
    select asked.project, ${range.from}::timestamptz, last.total
    from unnest(${[...projectIds]}::text[]) as asked (project)
    cross join lateral (select total ${measured(sql`asked.project`)} and minute <= ${range.from} order by minute desc limit 1) last
  ), ${runsOf(tried)}, hits as (
    select r.project_id, r.begins, coalesce(next.minute, ${range.to}::timestamptz) as ends, r.worst, 0::bigint as refused
    from runs r
    left join lateral (select minute ${measured(sql`r.project_id`)} and minute > r.last_at order by minute limit 1) next on true
  )`;
};

/** Points beyond the limit, up to one that is not. */
const runsOf = ({ limit, range: { to } }: Tried): Sql => sql`
  runs as (
    select project_id, min(at) as begins, max(at) as last_at, max(until) as ends, max(value) as worst
    from (
      select project_id, at, value, lead(at, 1, ${to}::timestamptz) over (partition by project_id order by at) as until,
        count(*) filter (where value <= ${limit}::bigint) over (partition by project_id order by at) as run
      from points
    ) marked
    where value > ${limit}::bigint
    group by project_id, run
  )`;

/** While there were more keys than the limit allows. */
function ofKeys(tried: Tried): Search {
  const { from, to } = tried.range;
  const ofThese = sql`project_id = any(${[...tried.projectIds]})`;
  return {
    steps: sql`
      changes as materialized (
        select project_id, created_at as at, 1 as by from api_keys where ${ofThese}
        union all
        select project_id, least(revoked_at, expires_at), -1 from api_keys
        where least(revoked_at, expires_at) is not null and ${ofThese}
      ), points as (
        select project_id, greatest(at, ${from}) as at, value
        from (
          select project_id, at, sum(sum(by)) over (partition by project_id order by at)::bigint as value,
            lead(at) over (partition by project_id order by at) as until
          from changes where at < ${to}
          group by 1, 2
        ) counted
        where until is null or until > ${from}
      ), ${runsOf(tried)}, hits as (
        select project_id, begins, ends, worst, 0::bigint as refused from runs
      )`,
    rows: sql`select count(*) from changes where by = 1`,
    recordedFrom: sql`select min(at) from changes`,
  };
}
