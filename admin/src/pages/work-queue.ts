import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import type { Sources } from "../resources/answers.ts";
import type { QueueItem } from "../sight.ts";
import { recordsById } from "./records.ts";

const itemsMost = 60;

const queueKinds = [
  "glass",
  "appeal",
  "detection",
  "request",
  "proposal",
  "override",
  "sanction",
] as const satisfies readonly QueueItem["kind"][];

const Waiting = z.object({ kind: z.enum(queueKinds), id: z.string(), by: z.string() });

const tables = {
  glass: "break_glass_sessions",
  appeal: "appeals",
  detection: "detections",
  request: "override_requests",
  proposal: "quota_proposals",
  override: "manual_overrides",
  sanction: "suspensions",
} as const;

/** What waits for a person, the most urgent first: by when somebody should have looked at it. */
export async function workQueueOf(sources: Sources, visit: Visit, now: string): Promise<QueueItem[]> {
  const waiting = await sources.reads.transact("platform", (db) => findWaiting(db, now));
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
  return waiting.flatMap(({ kind, id, by }) => {
    const record = byId.get(id);
    return record ? [{ kind, resource: tables[kind], by, record }] : [];
  });
}

/**
 * A session behind broken glass is due from when it is opened until somebody has reviewed it. Appeals are due when they are; a detection
 * that acts or goes on within an hour, another within a day; an override that waits for approval when it shall begin, or four hours after
 * it was asked for, and so a quota; overrides and sanctions when they end, from six hours before on.
 */
const findWaiting = (db: Db, now: string) =>
  db.many(
    Waiting,
    sql`
    select kind, id, by from (
      (select 'glass' as kind, id, opened_at as by from break_glass_sessions where reviewed_at is null order by opened_at limit ${itemsMost})
      union all
      (select 'appeal', id, due_at from appeals where state in ('open', 'overdue') order by due_at limit ${itemsMost})
      union all
      (select 'detection', id, started_at + case when ended_at is null or suspension_id is not null then interval '1 hour' else interval '1 day' end as by
       from detections where verdict is null and started_at > ${now}::timestamptz - interval '14 days' order by by limit ${itemsMost})
      union all
      (select 'request', id, least(greatest(starts_at, created_at), created_at + interval '4 hours') as by
       from override_requests where decision is null and ends_at > ${now} order by by limit ${itemsMost})
      union all
      (select 'proposal', id, proposed_at + interval '4 hours' as by
       from quota_proposals where decision is null and ends_at > ${now} order by by limit ${itemsMost})
      union all
      (select 'override', id, ends_at from manual_overrides
       where ended_at is null and starts_at <= ${now} and ends_at > ${now} and ends_at < ${now}::timestamptz + interval '6 hours'
       order by ends_at limit ${itemsMost})
      union all
      (select 'sanction', id, ends_at from suspensions
       where lifted_at is null and starts_at <= ${now} and ends_at > ${now} and ends_at < ${now}::timestamptz + interval '6 hours' and cause = 'staff'
       order by ends_at limit ${itemsMost})
    ) waiting
    order by by, id limit ${itemsMost}`,
  );
