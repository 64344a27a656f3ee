import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { StaffAppeal, StaffAppealThread } from "./contract.ts";

const Message = StaffAppealThread.shape.messages.element;
export type Message = z.output<typeof Message>;

const rows = sql`
  select
    a.id, a.project_id as "projectId", a.suspension_id as "suspensionId", a.state, a.opened_at as "openedAt", a.due_at as "dueAt",
    a.decided_at as "decidedAt", a.answer, a.is_decided_alone as "isDecidedAlone", a.replaced_by_id as "replacedById",
    a.opened_by as "openedBy", a.reminded_at as "remindedAt", a.decided_by as "decidedBy",
    s.level, s.cause, s.reason, s.imposed_by as "imposedBy",
    (select m.side from appeal_messages m where m.appeal_id = a.id order by m.id desc limit 1) as "lastSide"
  from appeals a join suspensions s on s.id = a.suspension_id`;

export interface Opened {
  readonly id: string;
  readonly suspensionId: string;
  readonly projectId: string;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly dueAt: string;
}

/** No row is changed when there is one of this sanction already: `one_appeal_per_sanction` refuses it, also when two race. */
export const open = (db: Db, appeal: Opened) =>
  db.run(sql`
    insert into appeals (id, suspension_id, project_id, state, opened_by, opened_at, due_at)
    values (${appeal.id}, ${appeal.suspensionId}, ${appeal.projectId}, 'open', ${appeal.openedBy}, ${appeal.openedAt}, ${appeal.dueAt})
    on conflict on constraint one_appeal_per_sanction do nothing`);

export const insertMessage = (db: Db, message: Message & { readonly appealId: string; readonly projectId: string }) =>
  db.run(sql`
    insert into appeal_messages (id, appeal_id, project_id, side, written_by, body, written_at)
    values (${message.id}, ${message.appealId}, ${message.projectId}, ${message.side}, ${message.writtenBy}, ${message.body}, ${message.writtenAt})`);

export const listMessages = (db: Db, appealId: string) =>
  db.many(
    Message,
    sql`select id, side, written_by as "writtenBy", body, written_at as "writtenAt" from appeal_messages where appeal_id = ${appealId} order by id`,
  );

export const find = (db: Db, id: string) => db.maybe(StaffAppeal, sql`${rows} where a.id = ${id}`);

/** Who changes an appeal waits for whoever else does; a developer may wait as well, and change nothing. */
export const lock = async (db: Db, id: string) => {
  await db.run(sql`select pg_advisory_xact_lock(hashtext(${id}))`);
  return find(db, id);
};

export const findOf = (db: Db, suspensionId: string) => db.maybe(StaffAppeal, sql`${rows} where a.suspension_id = ${suspensionId}`);

/** Those against one of these sanctions, and those that led to one of them. */
export const listOf = (db: Db, suspensionIds: readonly string[]) =>
  db.many(StaffAppeal, sql`${rows} where a.suspension_id = any(${suspensionIds}) or a.replaced_by_id = any(${suspensionIds})`);

export const isOutcome = async (db: Db, suspensionId: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from appeals where replaced_by_id = ${suspensionId}`)) !== undefined;

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    StaffAppeal,
    sql`
    ${rows}
    where a.project_id = ${projectId} and (${before ?? null}::text is null or a.id < ${before ?? null})
    order by a.id desc
    limit ${limit + 1}`,
  );

export const listByDeadline = (
  db: Db,
  filter: { projectId: string | undefined; isOpen: boolean | undefined },
  after: string | undefined,
  limit: number,
) =>
  db.many(
    StaffAppeal,
    sql`
    ${rows}
    where (${filter.projectId ?? null}::text is null or a.project_id = ${filter.projectId ?? null})
      and (${filter.isOpen ?? null}::boolean is null or (a.state in ('open', 'overdue')) = ${filter.isOpen ?? null})
      and (${after ?? null}::text is null or (a.due_at, a.id) > (select due_at, id from appeals where id = ${after ?? null}))
    order by a.due_at, a.id
    limit ${limit + 1}`,
  );

export interface Decided {
  readonly id: string;
  readonly state: StaffAppeal["state"];
  readonly answer: string;
  readonly decidedBy: string;
  readonly isDecidedAlone: boolean;
  readonly replacedById: string | null;
  readonly now: string;
}

export const decide = (db: Db, { id, state, answer, decidedBy, isDecidedAlone, replacedById, now }: Decided) =>
  db.run(sql`
    update appeals
    set state = ${state}, answer = ${answer}, decided_at = ${now}, decided_by = ${decidedBy}, is_decided_alone = ${isDecidedAlone},
      replaced_by_id = ${replacedById}
    where id = ${id}`);

export const listUndecided = (db: Db) =>
  db.many(StaffAppeal, sql`${rows} where a.state in ('open', 'overdue') order by a.due_at, a.id limit 500`);

export const markReminded = (db: Db, id: string, now: string) => db.run(sql`update appeals set reminded_at = ${now} where id = ${id}`);

export const markOverdue = (db: Db, id: string) => db.run(sql`update appeals set state = 'overdue' where id = ${id}`);

/** Takes the evidence of sanctions that ended before a moment, where no appeal waits for a decision; its hash stays. */
export const removeEvidence = (db: Db, endedBefore: string) =>
  db.many(
    z.object({ id: z.string(), projectId: z.string(), sha256: z.string().nullable() }),
    sql`
    update suspensions set evidence = null
    where id in (
      select s.id from suspensions s
      where s.evidence is not null and coalesce(s.lifted_at, s.ends_at) <= ${endedBefore}
        and not exists (select from appeals a where a.suspension_id = s.id and a.state in ('open', 'overdue'))
      order by s.id
      limit 500
      for update skip locked)
    returning id, project_id as "projectId", evidence_sha256 as sha256`,
  );
