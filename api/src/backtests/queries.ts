import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { LimitChange } from "./contract.ts";

export const planExists = async (db: Db, plan: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from plans where id = ${plan}`)) !== undefined;

const Concerned = z.object({ projectId: z.string(), name: z.string(), developerId: z.string(), limitNow: z.number().nullable() });
export type Concerned = z.output<typeof Concerned>;

/** The projects that a change concerns, with the limit that is theirs now. */
export function listConcerned(db: Db, change: LimitChange) {
  const whose =
    change.kind === "plan"
      ? sql`d.plan = ${change.plan} and q.id is null`
      : sql`(${change.projectId ?? null}::text is null or p.id = ${change.projectId ?? null})`;
  return db.many(
    Concerned,
    sql`
    select p.id as "projectId", p.name, p.developer_id as "developerId", coalesce(q.limit_value, l.limit_value) as "limitNow"
    from projects p
    join developers d on d.id = p.developer_id
    left join project_quotas q on q.project_id = p.id and q.metric = ${change.metric}
    left join plan_limits l on l.plan = d.plan and l.metric = ${change.metric}
    where p.status <> 'purged' and ${whose}`,
  );
}

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
