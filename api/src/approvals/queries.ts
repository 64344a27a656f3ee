import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { pageOfWaiting } from "../platform/db/waiting.ts";
import { Approval } from "./contract.ts";
import { type Decision, decisions } from "./rules.ts";

const Row = Approval.omit({ state: true }).extend({
  target: z.string(),
  projectId: z.string().nullable(),
  inputSealed: z.string(),
  decision: z.enum(decisions).nullable(),
});
export type Row = z.output<typeof Row>;

const columns = sql`
  id, operation, summary, target, project_id as "projectId", effects, reason, input_sealed as "inputSealed", digest, asked_by as "askedBy",
  asked_at as "askedAt", break_glass as "breakGlass", ends_at as "endsAt", decision, decided_by as "decidedBy", decided_at as "decidedAt",
  decision_reason as "decisionReason", is_decided_alone as "isDecidedAlone"`;

type Asked = Omit<Row, "decision" | "decidedBy" | "decidedAt" | "decisionReason" | "isDecidedAlone">;

export const insert = (db: Db, it: Asked) =>
  db.one(
    Row,
    sql`
    insert into approvals (id, operation, summary, target, project_id, effects, reason, input_sealed, digest, asked_by, asked_at, break_glass, ends_at)
    values (${it.id}, ${it.operation}, ${it.summary}, ${it.target}, ${it.projectId}, ${JSON.stringify(it.effects)}::jsonb, ${it.reason},
      ${it.inputSealed}, ${it.digest}, ${it.askedBy}, ${it.askedAt}, ${it.breakGlass}, ${it.endsAt})
    returning ${columns}`,
  );

export const find = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from approvals where id = ${id}`);

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from approvals where id = ${id} for update`);

/** What somebody asked for of this kind and nobody decided yet. */
export const listWaitingOf = (db: Db, askedBy: string, operation: string, now: string) =>
  db.many(
    Row,
    sql`
    select ${columns} from approvals
    where asked_by = ${askedBy} and operation = ${operation} and decision is null and ends_at > ${now}
    order by id`,
  );

export const list = (db: Db, asked: Parameters<typeof pageOfWaiting>[0], before: string | undefined, limit: number) =>
  db.many(Row, sql`select ${columns} from approvals ${pageOfWaiting(asked, before, limit)}`);

export interface Decided {
  readonly decision: Decision;
  readonly by: string;
  readonly reason: string;
  readonly isAlone?: boolean;
  readonly now: string;
}

export const decide = (db: Db, id: string, { decision, by, reason, isAlone = false, now }: Decided) =>
  db.one(
    Row,
    sql`
    update approvals
    set decision = ${decision}, decided_by = ${by}, decided_at = ${now}, decision_reason = ${reason}, is_decided_alone = ${isAlone}
    where id = ${id}
    returning ${columns}`,
  );

/** Those whose seven days are over and whose asker was not told so yet. */
export const tellExpired = (db: Db, now: string) =>
  db.many(
    Row,
    sql`
    update approvals set expiry_told_at = ${now}
    where id in (
      select id from approvals where decision is null and ends_at <= ${now} and expiry_told_at is null
      order by id limit 100 for update skip locked)
    returning ${columns}`,
  );

/** Who it was that acts were about goes from them; how many these were. */
export const forget = async (db: Db, { id, email }: { readonly id: string; readonly email: string }, now: string) =>
  (await db.one(z.object({ count: z.number() }), sql`select forget_in_approvals(${id}, ${email}, ${now}) as count`)).count;
