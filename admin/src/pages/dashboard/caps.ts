import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { CapSight } from "../../sight.ts";

const Cap = z.object({
  projectId: z.string(),
  metric: z.string(),
  used: z.number(),
  limit: z.number(),
  overrideId: z.string().nullable(),
  until: z.string().nullable(),
  quotaId: z.string().nullable(),
  plan: z.string(),
});

/**
 * The limits of all projects that most is used of: of today's and this month's, of what databases and files hold, and of the busiest second of the last hour.
 * Which limit counts is told here for all at once as `effectiveLimits` tells it for one project; a test holds them together.
 */
export async function nearestCaps(db: Db, now: string, atMost: number): Promise<CapSight[]> {
  const rows = await db.many(
    Cap,
    sql`
    with used as (
      select project_id, metric::text, spent as amount from quota_counters
      where spent > 0 and window_start = date_trunc(case when metric::text like '%per_month' then 'month' else 'day' end, ${now}::timestamptz, 'UTC')
      union all
      select project_id, 'database_bytes', database_bytes from tenants where state = 'ready' and database_bytes > 0
      union all
      select project_id, 'stored_bytes', stored_bytes from tenants where state = 'ready' and stored_bytes > 0
      union all
      select project_id, 'requests_per_second', max(peak_second) from usage_metrics
      where minute > ${now}::timestamptz - interval '1 hour' and metric = 'requests'
      group by 1
    ), in_force as (
      select distinct on (project_id, metric) project_id, metric, id, limit_value, ends_at
      from manual_overrides
      where ended_at is null and starts_at <= ${now} and ends_at > ${now}
      order by project_id, metric, id desc
    )
    select u.project_id as "projectId", u.metric, u.amount as used, coalesce(o.limit_value, q.limit_value, l.limit_value, 0) as limit,
      o.id as "overrideId", o.ends_at as until, q.id as "quotaId", d.plan
    from used u
    join projects p on p.id = u.project_id and p.status = 'active'
    join developers d on d.id = p.developer_id
    left join in_force o on o.project_id = u.project_id and o.metric = u.metric
    left join project_quotas q on q.project_id = u.project_id and q.metric = u.metric
    left join plan_limits l on l.plan = d.plan and l.metric = u.metric
    order by u.amount / greatest(coalesce(o.limit_value, q.limit_value, l.limit_value, 0), 0.5) desc, u.amount desc, u.project_id
    limit ${atMost}`,
  );
  return rows.map(({ projectId, metric, used, limit, ...from }) => ({ projectId, metric, used, limit, source: sourceOf(from) }));
}

type From = Pick<z.output<typeof Cap>, "overrideId" | "until" | "quotaId" | "plan">;

const sourceOf = ({ overrideId, until, quotaId, plan }: From): CapSight["source"] => {
  if (overrideId !== null) return { kind: "override", id: overrideId, until: until ?? undefined };
  return quotaId === null ? { kind: "plan", id: plan } : { kind: "quota", id: quotaId };
};
