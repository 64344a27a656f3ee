import { z } from "zod";
import { type Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { Metric } from "../quotas/index.ts";
import { Plan } from "./contract.ts";

const columns = sql`
  p.id, p.projects_max as "projectsMax", p.query_ms_max as "queryMsMax", p.query_rows_max as "queryRowsMax",
  p.query_bytes_max as "queryBytesMax", p.bulk_ms_max as "bulkMsMax", p.import_bytes_max as "importBytesMax", p.revision,
  coalesce((
    select json_agg(json_build_object('metric', l.metric, 'limit', l.limit_value) order by l.metric)
    from plan_limits l where l.plan = p.id), '[]') as limits`;

export const list = (db: Db) => db.many(Plan, sql`select ${columns} from plans p order by p.id`);

export const find = (db: Db, id: string) => db.maybe(Plan, sql`select ${columns} from plans p where p.id = ${id}`);

/** That of a developer, with how many projects they have. An unknown plan allows no more than the free one. */
export const findOwn = (db: Db, developerId: string) =>
  db.maybe(
    Plan.extend({ projects: z.number() }),
    sql`
    select ${columns},
      (select count(*) from projects own where own.developer_id = d.id and own.status <> 'purged') as projects
    from developers d join plans p on p.id in (d.plan, 'free')
    where d.id = ${developerId}
    order by p.id = d.plan desc limit 1`,
  );

const Id = z.object({ id: z.string() });

/** Who changes a plan waits here for whoever else does. */
export const lock = (db: Db, id: string) => db.maybe(Id, sql`select id from plans where id = ${id} for update`);

export const set = (db: Db, plan: Omit<Plan, "limits">, now: string) =>
  db.run(sql`
    update plans
    set projects_max = ${plan.projectsMax}, query_ms_max = ${plan.queryMsMax}, query_rows_max = ${plan.queryRowsMax},
      query_bytes_max = ${plan.queryBytesMax}, bulk_ms_max = ${plan.bulkMsMax}, import_bytes_max = ${plan.importBytesMax},
      revision = revision + 1, updated_at = ${now}
    where id = ${plan.id}`);

export const setLimit = (db: Db, plan: string, metric: Metric, limit: number) =>
  db.run(sql`
    insert into plan_limits (plan, metric, limit_value) values (${plan}, ${metric}, ${limit})
    on conflict (plan, metric) do update set limit_value = excluded.limit_value`);

export const lockDeveloper = (db: Db, id: string) =>
  db.maybe(
    z.object({ developerId: z.string(), plan: z.string(), revision: z.number() }),
    sql`select id as "developerId", plan, revision from developers where id = ${id} and deleted_at is null for no key update`,
  );

export const setDeveloperPlan = (db: Db, developerId: string, plan: string, now: string) =>
  db.run(sql`update developers set plan = ${plan}, updated_at = ${now}, revision = revision + 1 where id = ${developerId}`);

export const listProjects = (db: Db, developerId: string) =>
  db.many(Id, sql`select id from projects where developer_id = ${developerId} and status <> 'purged'`);

/** The projects that a plan's limit is that of: those without one of their own. */
export const listLimitedBy = (db: Db, plan: string, metric: Metric) => listLimited(db, sql`d.plan = ${plan}`, metric);

/** Those of a developer. */
export const listLimitedOf = (db: Db, developerId: string, metric: Metric) => listLimited(db, sql`d.id = ${developerId}`, metric);

const listLimited = (db: Db, whose: Sql, metric: Metric) =>
  db.many(
    Id.extend({ name: z.string() }),
    sql`
    select p.id, p.name
    from projects p join developers d on d.id = p.developer_id
    where ${whose} and p.status <> 'purged'
      and not exists (select from project_quotas q where q.project_id = p.id and q.metric = ${metric})
    order by p.id`,
  );

/** How many developers of a plan have more projects than so many. */
export const countAbove = async (db: Db, plan: string, projects: number) =>
  (
    await db.one(
      z.object({ count: z.number() }),
      sql`
      select count(*) from (
        select from projects p join developers d on d.id = p.developer_id
        where d.plan = ${plan} and d.deleted_at is null and p.status <> 'purged'
        group by d.id having count(*) > ${projects}) above`,
    )
  ).count;
