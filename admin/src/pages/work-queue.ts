import { isDrillDue, lastDrill } from "@nextmavens/api/break-glass";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { QueueItem, WorkQueueSight } from "../sight.ts";
import { actsOn, projectsOf } from "./queue-acts.ts";
import { recordsById } from "./records.ts";
import { fine, spanOf } from "./span.ts";
import { healthOf, requestsOf } from "./vitals.ts";

const itemsMost = 60;

const queueKinds = [
  "glass",
  "appeal",
  "detection",
  "request",
  "proposal",
  "approval",
  "override",
  "sanction",
] as const satisfies readonly QueueItem["kind"][];

const Waiting = z.object({
  kind: z.enum(queueKinds),
  id: z.string(),
  since: z.string(),
  by: z.string(),
  /** Who began it, or wrote last about it. */
  of: z.string().nullable(),
});

const tables = {
  glass: "break_glass_sessions",
  appeal: "appeals",
  detection: "detections",
  request: "override_requests",
  proposal: "quota_proposals",
  approval: "approvals",
  override: "manual_overrides",
  sanction: "suspensions",
} as const;

/** The first page: what waits for a person, and how the platform is in a line. */
export async function workQueuePageOf(sources: Sources, visit: Visit): Promise<WorkQueueSight> {
  const { engine, reads } = sources;
  const now = engine.clock().toISOString();
  const health = await healthOf(sources);
  const [items, drill, requests] = await Promise.all([
    workQueueOf(sources, visit, now),
    reads.transact("platform", lastDrill),
    reads.transact("platform", (db) => requestsOf(db, spanOf("day", now, fine))),
  ]);
  const names = await namesIn(
    sources,
    items.map(({ record }) => record.params),
  );
  return { items, drillDueSince: isDrillDue(drill.since, now) ? drill.since : null, health, ...requests, names };
}

/** What waits for a person, the most urgent first: by when somebody should have looked at it. Of one project, or of all there is. */
export async function workQueueOf(sources: Sources, visit: Visit, now: string, projectId?: string): Promise<QueueItem[]> {
  const waiting = await sources.reads.transact("platform", (db) => findWaiting(db, now, projectId));
  const records = await Promise.all(
    queueKinds.map((kind) =>
      recordsById(
        sources,
        visit,
        tables[kind],
        waiting.filter((each) => each.kind === kind).map(({ id }) => id),
      ),
    ),
  );
  const byId = new Map(records.flat().map((record) => [record.id, record]));
  const projects = await projectsOf(sources, visit, [...byId.values()]);
  return waiting.flatMap(({ kind, id, since, by, of }) => {
    const record = byId.get(id);
    if (!record) return [];
    const acts = actsOn(sources, { kind, resource: tables[kind], record, project: projects.get(String(record.params["project_id"])), now });
    return [{ kind, resource: tables[kind], since, by, isMine: of === visit.member.id, record, acts }];
  });
}

/**
 * A session behind broken glass is due from when it is opened until somebody has reviewed it. Appeals are due when they are; a detection
 * that acts or goes on within an hour, another within a day; an override that waits for approval when it shall begin, or four hours after
 * it was asked for, and so a quota and whatever else needs a second person; overrides and sanctions when they end, from six hours before on.
 */
function findWaiting(db: Db, now: string, projectId: string | undefined) {
  const isAsked = projectId === undefined ? sql`true` : sql`project_id = ${projectId}`;
  const isOfNone = projectId === undefined ? sql`true` : sql`false`;
  return db.many(
    Waiting,
    sql`
    select kind, id, since, by, of from (
      (select 'glass' as kind, id, opened_at as since, opened_at as by, staff_id as of
       from break_glass_sessions where reviewed_at is null and ${isOfNone} order by opened_at limit ${itemsMost})
      union all
      (select 'appeal', id, opened_at, due_at,
         (select written_by from appeal_messages m where m.appeal_id = appeals.id and side = 'staff' order by m.id desc limit 1)
       from appeals where state in ('open', 'overdue') and ${isAsked} order by due_at limit ${itemsMost})
      union all
      (select 'detection', id, started_at,
         started_at + case when ended_at is null or suspension_id is not null then interval '1 hour' else interval '1 day' end as by, null
       from detections where verdict is null and started_at > ${now}::timestamptz - interval '14 days' and ${isAsked} order by by limit ${itemsMost})
      union all
      (select 'request', id, created_at, least(greatest(starts_at, created_at), created_at + interval '4 hours') as by, created_by
       from override_requests where decision is null and ends_at > ${now} and ${isAsked} order by by limit ${itemsMost})
      union all
      (select 'proposal', id, proposed_at, proposed_at + interval '4 hours' as by, proposed_by
       from quota_proposals where decision is null and ends_at > ${now} and ${isAsked} order by by limit ${itemsMost})
      union all
      (select 'approval', id, asked_at, asked_at + interval '4 hours' as by, asked_by
       from approvals where decision is null and ends_at > ${now} and ${isAsked} order by by limit ${itemsMost})
      union all
      (select 'override', id, ends_at - interval '6 hours', ends_at, created_by from manual_overrides
       where ended_at is null and starts_at <= ${now} and ends_at > ${now} and ends_at < ${now}::timestamptz + interval '6 hours' and ${isAsked}
       order by ends_at limit ${itemsMost})
      union all
      (select 'sanction', id, ends_at - interval '6 hours', ends_at, imposed_by from suspensions
       where lifted_at is null and starts_at <= ${now} and ends_at > ${now} and ends_at < ${now}::timestamptz + interval '6 hours' and cause = 'staff' and ${isAsked}
       order by ends_at limit ${itemsMost})
    ) waiting
    order by by, id limit ${itemsMost}`,
  );
}
