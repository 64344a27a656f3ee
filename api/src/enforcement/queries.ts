import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { Enforced } from "./rules.ts";

const Id = z.object({ id: z.string() });

/**
 * Projects that may have to be looked at: under a sanction of a limit, or with a database as large as any of their limits says.
 * More than need be: which limit counts is not decided here. In any order, so that of too many for one run none is left out for good.
 */
export const listSuspects = (db: Db, now: string, atMost: number) =>
  db.many(
    Id,
    sql`
    select p.id
    from projects p join tenants t on t.project_id = p.id and t.state = 'ready' join developers d on d.id = p.developer_id
    where exists (select from suspensions s where s.project_id = p.id and s.cause = 'quota' and s.lifted_at is null)
      or t.database_bytes >= least(
        (select min(limit_value) from plan_limits l where l.plan = d.plan and l.metric = 'database_bytes'),
        (select min(limit_value) from project_quotas q where q.project_id = p.id and q.metric = 'database_bytes'),
        (select min(limit_value) from manual_overrides o
          where o.project_id = p.id and o.metric = 'database_bytes' and o.ended_at is null and o.ends_at > ${now}))
    order by random()
    limit ${atMost}`,
  );

const Level = z.object({ bytes: z.number() });

/** How large a project's database was when it was measured last; nothing where it has none. */
export const findBytes = (db: Db, projectId: string) =>
  db.maybe(
    Level,
    sql`select database_bytes as bytes from tenants where project_id = ${projectId} and state = 'ready' and measured_at is not null`,
  );

/** Whether a person lifted what this limit led to since then: then it is not imposed anew for a while. */
export const wasPardoned = async (db: Db, projectId: string, metric: Enforced, since: string) =>
  (await db.maybe(
    Id,
    sql`
    select id from suspensions
    where project_id = ${projectId} and cause = 'quota' and cause_id = ${metric} and lifted_by like 'stf\_%' and lifted_at > ${since}
    limit 1`,
  )) !== undefined;
