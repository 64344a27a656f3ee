import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { StaffSuspension } from "./contract.ts";

const Row = StaffSuspension.omit({ state: true, statusUrl: true });
export type Row = z.output<typeof Row>;

const columns = sql`
  id, project_id as "projectId", reason, statement, starts_at as "startsAt", ends_at as "endsAt", imposed_by as "imposedBy",
  lifted_at as "liftedAt", lifted_by as "liftedBy", lift_reason as "liftReason"`;

/** Nothing comes back when one is open already: `one_open_suspension` refuses the row, also when two race. */
export const open = (db: Db, suspension: Pick<Row, "id" | "projectId" | "reason" | "statement" | "startsAt" | "endsAt" | "imposedBy">) =>
  db.maybe(
    Row,
    sql`
    insert into suspensions (id, project_id, reason, statement, starts_at, ends_at, imposed_by)
    values (${suspension.id}, ${suspension.projectId}, ${suspension.reason}, ${suspension.statement},
      ${suspension.startsAt}, ${suspension.endsAt}, ${suspension.imposedBy})
    on conflict (project_id) where lifted_at is null do nothing
    returning ${columns}`,
  );

/** Nothing comes back when one is open already and this one is open as well. */
export const adopt = (db: Db, suspension: Row) =>
  db.maybe(
    Row,
    sql`
    insert into suspensions (id, project_id, reason, statement, starts_at, ends_at, imposed_by, lifted_at, lifted_by, lift_reason)
    values (${suspension.id}, ${suspension.projectId}, ${suspension.reason}, ${suspension.statement}, ${suspension.startsAt},
      ${suspension.endsAt}, ${suspension.imposedBy}, ${suspension.liftedAt}, ${suspension.liftedBy}, ${suspension.liftReason})
    on conflict (project_id) where lifted_at is null do nothing
    returning ${columns}`,
  );

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from suspensions where id = ${id} for update`);

export const find = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from suspensions where id = ${id}`);

export const lift = (db: Db, id: string, by: string, reason: string, now: string) =>
  db.one(
    Row,
    sql`
    update suspensions set lifted_at = ${now}, lifted_by = ${by}, lift_reason = ${reason} where id = ${id}
    returning ${columns}`,
  );

/** Closes those whose end has passed: of one project, or of all. */
export const closeEnded = (db: Db, projectId: string | undefined, by: string, reason: string, now: string) =>
  db.many(
    Row,
    sql`
    update suspensions set lifted_at = ends_at, lifted_by = ${by}, lift_reason = ${reason}
    where lifted_at is null and ends_at <= ${now} and (${projectId ?? null}::text is null or project_id = ${projectId ?? null})
    returning ${columns}`,
  );

export const isSuspended = async (db: Db, projectId: string, now: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`
    select id from suspensions
    where project_id = ${projectId} and lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`,
  )) !== undefined;

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    Row,
    sql`
    select ${columns} from suspensions
    where project_id = ${projectId} and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );
