import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { pageOfWaiting } from "../platform/db/waiting.ts";
import { QuotaProposal } from "./proposal-contract.ts";

const Row = QuotaProposal.omit({ state: true }).extend({ decision: z.enum(["approved", "rejected"]).nullable() });
export type Row = z.output<typeof Row>;

const columns = sql`
  id, project_id as "projectId", metric, limit_value as limit, reason, proposed_by as "proposedBy", proposed_at as "proposedAt",
  ends_at as "endsAt", decision, decided_by as "decidedBy", decided_at as "decidedAt", decision_reason as "decisionReason"`;

export const propose = (
  db: Db,
  it: Pick<Row, "id" | "projectId" | "metric" | "limit" | "reason" | "proposedBy" | "proposedAt" | "endsAt">,
) =>
  db.one(
    Row,
    sql`
    insert into quota_proposals (id, project_id, metric, limit_value, reason, proposed_by, proposed_at, ends_at)
    values (${it.id}, ${it.projectId}, ${it.metric}, ${it.limit}, ${it.reason}, ${it.proposedBy}, ${it.proposedAt}, ${it.endsAt})
    returning ${columns}`,
  );

/** Those who proposed this limit and wait for somebody else, the first one first. */
export const listWaiting = (db: Db, { projectId, metric, limit }: Pick<Row, "projectId" | "metric" | "limit">, now: string) =>
  db.many(
    Row,
    sql`
    select ${columns} from quota_proposals
    where project_id = ${projectId} and metric = ${metric} and limit_value = ${limit} and decision is null and ends_at > ${now}
    order by id
    for update`,
  );

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from quota_proposals where id = ${id} for update`);

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    Row,
    sql`
    select ${columns} from quota_proposals
    where project_id = ${projectId} and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const listAll = (db: Db, asked: Parameters<typeof pageOfWaiting>[0], before: string | undefined, limit: number) =>
  db.many(Row, sql`select ${columns} from quota_proposals ${pageOfWaiting(asked, before, limit)}`);

export const decide = (db: Db, id: string, decision: "approved" | "rejected", by: string, reason: string, now: string) =>
  db.one(
    Row,
    sql`
    update quota_proposals set decision = ${decision}, decided_at = ${now}, decided_by = ${by}, decision_reason = ${reason}
    where id = ${id}
    returning ${columns}`,
  );
