import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import { type Db, unlessBreaking } from "../platform/db/store.ts";
import { Project } from "./contract.ts";

const columns = sql`
  id, developer_id as "developerId", name, region_id as region, status, created_at as "createdAt", purge_at as "purgeAt", revision`;

/** Nothing comes back when the name is taken: `one_project_per_name` refuses the row. */
export const insert = (
  db: Db,
  project: { id: string; developerId: string; name: string; region: string; now: string; createdAt?: string },
) =>
  db.maybe(
    Project,
    sql`
    insert into projects (id, developer_id, name, region_id, status, created_at, updated_at)
    values (${project.id}, ${project.developerId}, ${project.name}, ${project.region}, 'provisioning', ${project.createdAt ?? project.now}, ${project.now})
    on conflict (developer_id, lower(name)) where status <> 'purged' do nothing
    returning ${columns}`,
  );

/** Nothing comes back when the account is deleted. An unknown plan allows no more than the free one. */
export const lockOwner = (db: Db, developerId: string) =>
  db.maybe(
    z.object({ plan: z.string(), projectsMax: z.number() }),
    sql`
    select coalesce(mine.id, 'free') as plan, coalesce(mine.projects_max, free.projects_max, 0) as "projectsMax"
    from developers d left join plans mine on mine.id = d.plan left join plans free on free.id = 'free'
    where d.id = ${developerId} and d.deleted_at is null
    for no key update of d`,
  );

export const countOf = (db: Db, developerId: string) =>
  db.one(z.object({ count: z.number() }), sql`select count(*) from projects where developer_id = ${developerId} and status <> 'purged'`);

export const listRegions = (db: Db) =>
  db.many(
    z.object({ id: z.string() }),
    sql`select r.id from regions r where exists (select from cells c where c.region_id = r.id) order by r.id`,
  );

export const find = (db: Db, id: string) => db.maybe(Project, sql`select ${columns} from projects where id = ${id}`);

export const getPublicToken = (db: Db, id: string) =>
  db.one(z.object({ token: z.string() }), sql`select public_token as token from projects where id = ${id}`);

export const findByPublicToken = (db: Db, token: string) =>
  db.maybe(Project, sql`select ${columns} from projects where public_token = ${token}`);

export const lock = (db: Db, id: string) => db.maybe(Project, sql`select ${columns} from projects where id = ${id} for update`);

export const list = (
  db: Db,
  filter: { developerId?: string | undefined; status?: string | undefined },
  before: string | undefined,
  limit: number,
) =>
  db.many(
    Project,
    sql`
    select ${columns} from projects
    where (${filter.developerId ?? null}::text is null or developer_id = ${filter.developerId ?? null})
      and (${filter.status ?? null}::text is null and status <> 'purged' or status = ${filter.status ?? null})
      and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

/** Nothing comes back when the name is taken. */
export const rename = (db: Db, id: string, name: string, now: string) =>
  db
    .maybe(
      Project,
      sql`
      update projects set name = ${name}, updated_at = ${now}, revision = revision + 1 where id = ${id}
      returning ${columns}`,
    )
    .catch(unlessBreaking("one_project_per_name"));

export const setStatus = (db: Db, id: string, status: Project["status"], purgeAt: string | null, now: string) =>
  db.one(
    Project,
    sql`
    update projects set status = ${status}, purge_at = ${purgeAt}, updated_at = ${now}, revision = revision + 1,
      purged_at = case when ${status} = 'purged' then ${now}::timestamptz end
    where id = ${id}
    returning ${columns}`,
  );

/** The tenant is built: only a project that still waits for it becomes active. */
export const activate = (db: Db, id: string, now: string) =>
  db.maybe(
    Project,
    sql`
    update projects set status = 'active', updated_at = ${now}, revision = revision + 1
    where id = ${id} and status = 'provisioning'
    returning ${columns}`,
  );

export const listPurgeable = (db: Db, now: string) =>
  db.many(z.object({ id: z.string() }), sql`select id from projects where status = 'deleting' and purge_at <= ${now} limit 100`);

export const listBuilt = (db: Db) =>
  db.many(
    z.object({ id: z.string() }),
    sql`select p.id from projects p join tenants t on t.project_id = p.id where p.status = 'provisioning' and t.state = 'ready' limit 100`,
  );

export const isBeingPurged = async (db: Db, id: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`select id from tenants where project_id = ${id} and state in ('purging', 'purged')`,
  )) !== undefined;

export const isTenantReady = async (db: Db, id: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from tenants where project_id = ${id} and state = 'ready'`)) !== undefined;
