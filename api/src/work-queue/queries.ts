import { type Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { WorkItem } from "./contract.ts";

interface Asked {
  /** What of this project waits, or this one thing; all that waits where neither is said. */
  readonly projectId?: string | undefined;
  readonly itemId?: string;
  readonly limit: number;
}

/**
 * What waits for a person, the most urgent first: by when somebody should have looked at it.
 *
 * A session behind broken glass is due from when it is opened until somebody has reviewed it. Appeals are due when they are; a detection
 * that acts or goes on within an hour, another within a day; an override that waits for approval when it shall begin, but not within the
 * first hour after it was asked for, and four hours after that at the latest, as is a quota and whatever else needs a second person;
 * overrides and sanctions when they end, from six hours before on.
 */
export const listWaiting = (db: Db, now: string, { projectId, itemId, limit }: Asked) => {
  const isThis = itemId === undefined ? sql`true` : sql`id = ${itemId}`;
  const isAsked = projectId === undefined ? isThis : sql`${isThis} and project_id = ${projectId}`;
  const isOfNone = projectId === undefined ? isThis : sql`false`;
  const isWaiting = sql`decision is null and ends_at > ${now} and ${isAsked}`;
  const isAboutToEnd = sql`starts_at <= ${now} and ends_at > ${now} and ends_at < ${now}::timestamptz + interval '6 hours' and ${isAsked}`;
  const firstByDue = (waiting: Sql) => sql`(${waiting} order by due_at limit ${limit})`;
  return db.many(
    WorkItem,
    sql`
    select kind, id, project_id as "projectId", since, due_at as "dueAt", started_by as "startedBy",
      taken.staff_id as "takenBy", taken.taken_at as "takenAt"
    from (
      ${firstByDue(sql`
        select 'break_glass' as kind, id, null::text as project_id, opened_at as since, opened_at as due_at, staff_id as started_by
        from break_glass_sessions where reviewed_at is null and ${isOfNone}`)}
      union all
      ${firstByDue(sql`
        select 'appeal', id, project_id, opened_at, due_at,
          (select written_by from appeal_messages m where m.appeal_id = appeals.id and side = 'staff' order by m.id desc limit 1)
        from appeals where state in ('open', 'overdue') and ${isAsked}`)}
      union all
      ${firstByDue(sql`
        select 'detection', id, project_id, started_at,
          started_at + case when ended_at is null or suspension_id is not null then interval '1 hour' else interval '1 day' end as due_at, null
        from detections where verdict is null and started_at > ${now}::timestamptz - interval '14 days' and ${isAsked}`)}
      union all
      ${firstByDue(sql`
        select 'override_request', id, project_id, created_at,
          greatest(least(starts_at, created_at + interval '4 hours'), created_at + interval '1 hour') as due_at, created_by
        from override_requests where ${isWaiting}`)}
      union all
      ${firstByDue(sql`
        select 'quota_proposal', id, project_id, proposed_at, proposed_at + interval '4 hours' as due_at, proposed_by
        from quota_proposals where ${isWaiting}`)}
      union all
      ${firstByDue(sql`
        select 'approval', id, project_id, asked_at, asked_at + interval '4 hours' as due_at, asked_by from approvals where ${isWaiting}`)}
      union all
      ${firstByDue(sql`
        select 'override', id, project_id, ends_at - interval '6 hours', ends_at as due_at, created_by
        from manual_overrides where ended_at is null and ${isAboutToEnd}`)}
      union all
      ${firstByDue(sql`
        select 'sanction', id, project_id, ends_at - interval '6 hours', ends_at as due_at, imposed_by
        from suspensions where lifted_at is null and cause = 'staff' and ${isAboutToEnd}`)}
    ) waiting left join taken_work taken on taken.item_id = waiting.id
    order by due_at, id limit ${limit}`,
  );
};

interface Taking {
  readonly itemId: string;
  readonly staffId: string;
  /** Who has it as the taker knows it. */
  readonly from: string | null;
  readonly now: string;
}

/** False where somebody else than `from` has it, or the taker already. */
export const take = async (db: Db, { itemId, staffId, from, now }: Taking): Promise<boolean> =>
  (await db.run(sql`
    insert into taken_work (item_id, staff_id, taken_at) values (${itemId}, ${staffId}, ${now})
    on conflict (item_id) do update set staff_id = excluded.staff_id, taken_at = excluded.taken_at
    where taken_work.staff_id = ${from} and taken_work.staff_id <> excluded.staff_id`)) === 1;

export const release = async (db: Db, itemId: string, staffId: string): Promise<boolean> =>
  (await db.run(sql`delete from taken_work where item_id = ${itemId} and staff_id = ${staffId}`)) === 1;
