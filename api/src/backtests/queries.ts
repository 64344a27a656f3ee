import { z } from "zod";
import { type Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { LimitChange } from "./contract.ts";
import { type Measure, measures, type Range } from "./rules.ts";

export const planExists = async (db: Db, plan: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from plans where id = ${plan}`)) !== undefined;

/** The projects that a change concerns, with the limit that is theirs now. */
const concerned = (change: LimitChange): Sql => {
  const limitNow = sql`coalesce(q.limit_value, l.limit_value)`;
  const whose =
    change.kind === "plan"
      ? sql`d.plan = ${change.plan} and q.id is null`
      : sql`(${change.projectId ?? null}::text is null or p.id = ${change.projectId ?? null})`;
  return sql`
    select p.id, p.name, p.developer_id, ${limitNow} as limit_now
    from projects p
    join developers d on d.id = p.developer_id
    left join project_quotas q on q.project_id = p.id and q.metric = ${change.metric}
    left join plan_limits l on l.plan = d.plan and l.metric = ${change.metric}
    where p.status <> 'purged' and ${whose}`;
};

/** PostgreSQL writes the offset of a time inside JSON as +00:00. */
const time = z.string().transform((text) => new Date(text).toISOString());

const Hit = z.object({
  projectId: z.string(),
  name: z.string(),
  developerId: z.string(),
  limitNow: z.number().nullable(),
  from: time,
  to: time,
  worst: z.number(),
  refused: z.number(),
  isHitNow: z.boolean(),
});
export type Hit = z.output<typeof Hit>;

const Tested = z.object({ projects: z.number(), rows: z.number(), hits: z.array(Hit) });

/** Times in which the limit would have stood in the way, and how much was looked at. What an override set aside at the time is left out. */
export const findHits = (db: Db, change: LimitChange, range: Range) =>
  db.one(
    Tested,
    sql`
    with concerned as materialized (${concerned(change)}),
    used as materialized (${usedBy(measures[change.metric].usage, range)}), hits as (${hitsOf(measures[change.metric], change.limit)}),
    felt as (
      select h.project_id as "projectId", c.name, c.developer_id as "developerId", c.limit_now as "limitNow",
        h.begins as "from", least(h.ends, ${range.to}::timestamptz) as "to", h.worst, h.refused,
        coalesce(h.worst > c.limit_now, false) as "isHitNow"
      from hits h join concerned c on c.id = h.project_id
      where not exists (
        select from manual_overrides o
        where o.project_id = h.project_id and o.metric = ${change.metric}
          and o.starts_at <= h.begins and h.begins < least(o.ends_at, coalesce(o.ended_at, o.ends_at))))
    select (select count(*) from concerned) as projects, (select coalesce(sum(rows), 0)::bigint from used) as rows,
      (select coalesce(json_agg(felt order by felt."projectId", felt."from"), '[]') from felt) as hits`,
  );

const Named = z.object({ projectId: z.string(), name: z.string(), developerId: z.string() });
export type Named = z.output<typeof Named>;

/** What those that something was found of are called. */
export const listNamed = (db: Db, projectIds: readonly string[]) =>
  db.many(
    Named,
    sql`
    select id as "projectId", name, developer_id as "developerId"
    from projects where id = any(${projectIds}) and status <> 'purged'`,
  );

/** One metric has a row for each minute already; several are added up. */
const usedBy = (usage: readonly string[], { from, to }: Range): Sql => {
  const [only, ...others] = usage;
  const which = sql`minute >= ${from} and minute < ${to} and project_id in (select id from concerned)`;
  return others.length === 0
    ? sql`select project_id, minute, total, peak_second as peak, 1 as rows from usage_metrics where metric = ${only ?? ""} and ${which}`
    : sql`
      select project_id, minute, sum(total)::bigint as total, max(peak_second) as peak, count(*) as rows
      from usage_metrics where metric = any(${[...usage]}) and ${which}
      group by 1, 2`;
};

const hitsOf = ({ over }: Measure, limit: number): Sql => {
  if (over === "second") return runsOf(sql`peak`, sql`greatest(0, peak - ${limit}::bigint)`, limit);
  if (over === "level") return runsOf(sql`total`, sql`0`, limit);
  return windowsOf(over === "day" ? sql`'day'` : sql`'month'`, limit);
};

/**
 * Of each window in which the sum went beyond the limit: from the minute in which it did until the window's end.
 * Only of those are the minutes put in order; most windows of most projects are far below any limit.
 */
const windowsOf = (unit: Sql, limit: number): Sql => sql`
  select project_id, min(minute) filter (where so_far > ${limit}) as begins,
    date_trunc(${unit}, w, 'UTC') + ('1 ' || ${unit})::interval as ends, max(so_far)::bigint as worst, (max(so_far) - ${limit}::bigint)::bigint as refused
  from (
    select project_id, minute, date_trunc(${unit}, minute, 'UTC') as w,
      sum(total) over (partition by project_id, date_trunc(${unit}, minute, 'UTC') order by minute) as so_far
    from used
    where (project_id, date_trunc(${unit}, minute, 'UTC')) in (
      select project_id, date_trunc(${unit}, minute, 'UTC') from used group by 1, 2 having sum(total) > ${limit})
  ) running
  group by project_id, w
  having max(so_far) > ${limit}`;

/** Minutes beyond the limit, those of less than a quarter of an hour between them taken together. */
const runsOf = (value: Sql, refused: Sql, limit: number): Sql => sql`
  select project_id, min(minute) as begins, max(minute) + interval '1 minute' as ends, max(value)::bigint as worst, sum(refused)::bigint as refused
  from (
    select *, count(*) filter (where is_first) over (partition by project_id order by minute) as run
    from (
      select project_id, minute, ${value} as value, ${refused} as refused,
        minute - lag(minute) over (partition by project_id order by minute) > interval '15 minutes' as is_first
      from used
      where ${value} > ${limit}
    ) beyond
  ) marked
  group by project_id, run`;
