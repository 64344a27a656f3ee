import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { metric } from "./contract.ts";
import { windowStarts } from "./rules.ts";

/** PostgreSQL writes the offset of a time inside JSON as +00:00. */
const time = z.string().transform((text) => new Date(text).toISOString());
const limit = z.object({ metric, limit: z.number() });
const quota = limit.extend({ id: z.string() });
const override = quota.extend({ startsAt: time, endsAt: time });

/** What says something about a project's limits, now and later. */
export const SourceRow = z.object({ planId: z.string(), plan: z.array(limit), quotas: z.array(quota), overrides: z.array(override) });

/** The columns of `SourceRow`, of projects `p` whose developers are `d`. */
export const sourceColumns = (now: string) => sql`
  d.plan as "planId",
  coalesce((
    select json_agg(json_build_object('metric', l.metric, 'limit', l.limit_value))
    from plan_limits l where l.plan = d.plan), '[]') as plan,
  coalesce((
    select json_agg(json_build_object('id', q.id, 'metric', q.metric, 'limit', q.limit_value))
    from project_quotas q where q.project_id = p.id), '[]') as quotas,
  coalesce((
    select json_agg(json_build_object(
      'id', o.id, 'metric', o.metric, 'limit', o.limit_value, 'startsAt', o.starts_at, 'endsAt', o.ends_at))
    from manual_overrides o where o.project_id = p.id and o.ended_at is null and o.ends_at > ${now}), '[]') as overrides`;

export const Standing = SourceRow.extend({
  projectId: z.string(),
  /** Of counted metrics in the windows of now, over all processes; of levels as last measured. */
  used: z.partialRecord(metric, z.number()),
});
export type Standing = z.output<typeof Standing>;

/** What limits some projects, and how much of what is counted or measured is used. */
export const listStandings = (db: Db, projectIds: readonly string[], now: string) =>
  db.many(
    Standing,
    sql`
    select
      p.id as "projectId",
      ${sourceColumns(now)},
      (
        select coalesce(jsonb_object_agg(c.metric, c.spent), '{}')
        from json_to_recordset(${JSON.stringify(windowStarts(Date.parse(now)))}) as w (metric metric, "startsAt" timestamptz)
        join quota_counters c on c.project_id = p.id and c.metric = w.metric and c.window_start = w."startsAt"
      ) || jsonb_build_object(
        'database_bytes', coalesce(t.database_bytes, 0),
        'stored_bytes', coalesce(t.stored_bytes, 0),
        'keys', (
          select count(*) from api_keys k
          where k.project_id = p.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now}))
      ) as used
    from projects p join developers d on d.id = p.developer_id left join tenants t on t.project_id = p.id
    where p.id = any(${projectIds}) and p.status <> 'purged'
    order by p.id`,
  );

const Throttle = z.object({ sanctionId: z.string(), until: z.string().nullable() });
export type Throttle = z.output<typeof Throttle>;

/** The sanction that slows a project down just now. */
export const findThrottle = (db: Db, projectId: string, now: string) =>
  db.maybe(
    Throttle,
    sql`
    select id as "sanctionId", ends_at as until
    from suspensions
    where project_id = ${projectId} and level = 'throttled' and lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})
    order by id desc
    limit 1`,
  );

/** The requests of the busiest second of the last minute, over all processes. */
export const getBusiestSecond = async (db: Db, projectId: string, now: string) => {
  const busiest = await db.one(
    z.object({ served: z.number() }),
    sql`
    select coalesce(max(served), 0) as served
    from recent_requests
    where project_id = ${projectId} and second > ${now}::timestamptz - interval '1 minute'`,
  );
  return busiest.served;
};
