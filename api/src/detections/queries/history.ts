import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";

const Hour = z.object({ projectId: z.string(), metric: z.string(), hour: z.string(), total: z.number() });

/** What some projects used in some hours; an hour that is not there had nothing, where the project was there. */
export const listHours = (db: Db, projectIds: readonly string[], metrics: readonly string[], hours: readonly string[]) =>
  db.many(
    Hour,
    sql`
    select project_id as "projectId", metric, hour, total from usage_hours
    where project_id = any(${projectIds}) and metric = any(${metrics}) and hour = any(${hours}::timestamptz[])`,
  );

const Known = z.object({ projectId: z.string(), createdAt: z.string(), plan: z.record(z.string(), z.number()) });

/** Since when there are these projects, and what their plans let them use. */
export const listProjects = (db: Db, projectIds: readonly string[]) =>
  db.many(
    Known,
    sql`
    select p.id as "projectId", p.created_at as "createdAt",
      coalesce((select json_object_agg(l.metric, l.limit_value) from plan_limits l where l.plan = d.plan), '{}') as plan
    from projects p join developers d on d.id = p.developer_id
    where p.id = any(${projectIds})`,
  );

/** The first hour of which it is known what anybody used. */
export const findSummedSince = async (db: Db) =>
  (await db.one(z.object({ since: z.string().nullable() }), sql`select min(hour) as since from usage_hours where metric = 'requests'`))
    .since;
