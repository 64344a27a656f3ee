import { z } from "zod";
import { type Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { metric, ProjectQuota } from "./contract.ts";
import type { CountedMetric, LeasedMetric, Metric } from "./rules.ts";

const columns = sql`
  id, project_id as "projectId", metric, limit_value as limit, reason, set_by as "setBy", proposed_by as "proposedBy",
  created_at as "createdAt", updated_at as "updatedAt", revision`;

/** Who changes a project's limits waits here for whoever else does. */
export const lockProject = (db: Db, projectId: string) =>
  db.maybe(
    z.object({ status: z.string() }),
    sql`select status from projects where id = ${projectId} and status <> 'purged' for no key update`,
  );

export const find = (db: Db, projectId: string, metric: Metric) =>
  db.maybe(ProjectQuota, sql`select ${columns} from project_quotas where project_id = ${projectId} and metric = ${metric}`);

export const list = (db: Db, projectId: string) =>
  db.many(ProjectQuota, sql`select ${columns} from project_quotas where project_id = ${projectId} order by metric`);

export const set = (
  db: Db,
  quota: Pick<ProjectQuota, "id" | "projectId" | "metric" | "limit" | "reason" | "setBy" | "proposedBy"> & { readonly now: string },
) =>
  db.one(
    ProjectQuota,
    sql`
    insert into project_quotas (id, project_id, metric, limit_value, reason, set_by, proposed_by, created_at, updated_at)
    values (${quota.id}, ${quota.projectId}, ${quota.metric}, ${quota.limit}, ${quota.reason}, ${quota.setBy}, ${quota.proposedBy},
      ${quota.now}, ${quota.now})
    on conflict on constraint one_quota_per_metric do update
      set limit_value = excluded.limit_value, reason = excluded.reason, set_by = excluded.set_by, proposed_by = excluded.proposed_by,
          updated_at = excluded.updated_at, revision = project_quotas.revision + 1
    returning ${columns}`,
  );

export const remove = (db: Db, id: string) => db.run(sql`delete from project_quotas where id = ${id}`);

export interface LeaseRequest {
  readonly projectId: string;
  readonly metric: LeasedMetric;
  readonly windowStart: string;
  readonly portion: number;
  readonly limit: number;
  /** Lent before and not needed; less than nothing when more was spent than was lent. */
  readonly back: number;
  readonly spent: number;
}

const Granted = z.object({ granted: z.number(), leased: z.number(), spent: z.number() });
export type Granted = z.output<typeof Granted>;

export const lease = (db: Db, { projectId, metric, windowStart, portion, limit, back, spent }: LeaseRequest) =>
  db.one(
    Granted,
    sql`
    select granted, total_leased as leased, total_spent as spent
    from lease_quota(${projectId}, ${metric}, ${windowStart}, ${portion}, ${limit}, ${back}, ${spent})`,
  );

export interface Settlement {
  readonly projectId: string;
  readonly metric: CountedMetric;
  readonly windowStart: string;
  readonly back: number;
  readonly spent: number;
}

const Spent = z.object({ projectId: z.string(), metric, windowStart: z.string(), spent: z.number() });
/** What all processes have spent of a limit in a window. */
export type Spent = z.output<typeof Spent>;

/** Sorted, so that two processes that settle the same counters wait for each other in the same order. Tells what each counter has come to. */
export const settle = (db: Db, settlements: readonly Settlement[]) =>
  db.many(
    Spent,
    sql`
    insert into quota_counters as c (project_id, metric, window_start, leased, spent)
    select "projectId", metric, "windowStart", sum(-back), sum(spent)
    from json_to_recordset(${JSON.stringify(settlements)})
      as s ("projectId" text, metric metric, "windowStart" timestamptz, back bigint, spent bigint)
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (project_id, metric, window_start) do update
      set leased = c.leased + excluded.leased, spent = c.spent + excluded.spent
    returning project_id as "projectId", metric, window_start as "windowStart", spent`,
  );

const Measured = z.object({ tenantId: z.string(), projectId: z.string(), databaseBytes: z.number() });
export type Measured = z.output<typeof Measured>;

const ready = sql`
  select id as "tenantId", project_id as "projectId", database_bytes as "databaseBytes"
  from tenants
  where state = 'ready'`;

export const listReadyTenants = (db: Db, projectIds: readonly string[]) =>
  db.many(Measured, sql`${ready} and project_id = any(${projectIds})`);

/** Whether it is known how large a project's database is. */
export const isMeasured = async (db: Db, projectId: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`select id from tenants where project_id = ${projectId} and measured_at is not null`,
  )) !== undefined;

/** Tenants that wrote in the last two minutes and were not measured just now, and whichever were not measured for an hour. */
export const listTenantsToMeasure = (db: Db, now: string, atMost: number) =>
  db.many(
    Measured,
    sql`
    ${ready} and (
      measured_at is null
      or measured_at < ${now}::timestamptz - interval '1 hour'
      or measured_at < ${now}::timestamptz - interval '10 seconds' and project_id in (
        select project_id from usage_metrics where metric = 'writes' and minute >= ${now}::timestamptz - interval '2 minutes'))
    order by measured_at nulls first
    limit ${atMost}`,
  );

/** How large databases are; asked as the provisioner, in any database of the cell. */
export const listSizes = (db: Db, databases: readonly string[]) =>
  db.many(
    z.object({ database: z.string(), bytes: z.number().nullable() }),
    sql`select datname as database, pg_database_size(oid) as bytes from pg_database where datname = any(${databases})`,
  );

/** Open sessions of a database; asked as the provisioner, in any database of the cell. */
export const countSessions = async (db: Db, database: string) =>
  (
    await db.one(
      z.object({ count: z.number() }),
      sql`select count(*) from pg_stat_activity where datname = ${database} and usesysid is not null`,
    )
  ).count;

export const recordSizes = (db: Db, sizes: readonly { tenantId: string; bytes: number }[], now: string) =>
  db.run(sql`
    update tenants t set database_bytes = s.bytes, measured_at = ${now}
    from json_to_recordset(${JSON.stringify(sizes)}) as s ("tenantId" text, bytes bigint)
    where t.id = s."tenantId"`);

const RecentUse = z.object({ projectId: z.string(), peak: z.number(), refused: z.number() });
export type RecentUse = z.output<typeof RecentUse>;

/** By what each limit's use is seen: the busiest second, the sum of a day, the most of a day and the writes of days that had as much. */
const recentUseOf = (projectIds: readonly string[], limit: number, since: string): Readonly<Partial<Record<Metric, () => Sql>>> => {
  const of = (usage: string) => sql`
    from usage_metrics where project_id = any(${[...projectIds]}) and metric = ${usage} and minute >= ${since}`;
  const day = sql`date_trunc('day', minute, 'UTC')`;
  const most = (windows: Sql) => sql`
    select project_id as "projectId", max(used) as peak, sum(greatest(used - ${limit}::bigint, 0))::bigint as refused
    from (${windows}) windows group by 1`;
  const by = (window: Sql, usage: string) => most(sql`select project_id, sum(total)::bigint as used ${of(usage)} group by 1, ${window}`);
  const byDay = (usage: string) => by(day, usage);
  const byMonth = (usage: string) => by(sql`date_trunc('month', minute, 'UTC')`, usage);
  return {
    requests_per_second: () => most(sql`select project_id, peak_second as used ${of("requests")}`),
    requests_per_day: () => byDay("requests"),
    requests_per_month: () => byMonth("requests"),
    rows_written_per_day: () => byDay("rows_written"),
    query_ms_per_day: () => byDay("query_ms"),
    egress_bytes_per_month: () => byMonth("egress_bytes"),
    database_bytes: () => sql`
      with sizes as (select project_id, ${day} as day, max(total) as bytes ${of("database_bytes")} group by 1, 2),
        writes as (select project_id, ${day} as day, sum(total) as made ${of("writes")} group by 1, 2)
      select project_id as "projectId", max(bytes) as peak, coalesce(sum(made) filter (where bytes >= ${limit}::bigint), 0)::bigint as refused
      from sizes left join writes using (project_id, day) group by 1`,
  };
};

/** The most that projects used of a limit since a moment, and what another limit would have refused of it; nothing of those that used nothing. */
export async function listRecentUse(
  db: Db,
  projectIds: readonly string[],
  metric: Metric,
  limit: number,
  since: string,
): Promise<RecentUse[]> {
  const query = recentUseOf(projectIds, limit, since)[metric];
  return query ? db.many(RecentUse, query()) : [];
}
