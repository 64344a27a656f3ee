import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { RowAccess } from "./row-contract.ts";

const columns = sql`id, project_id as "projectId", schema_name as schema, table_name as "table", reason, opened_at as "openedAt"`;

export const insertAccess = (db: Db, { id, projectId, schema, table, reason, openedAt }: RowAccess, sessionId: string) =>
  db.one(
    RowAccess,
    sql`
    insert into break_glass_row_accesses (id, session_id, project_id, schema_name, table_name, reason, opened_at)
    values (${id}, ${sessionId}, ${projectId}, ${schema}, ${table}, ${reason}, ${openedAt})
    returning ${columns}`,
  );

/** Of this session alone: another's is not there. */
export const findAccess = (db: Db, id: string, sessionId: string) =>
  db.maybe(RowAccess, sql`select ${columns} from break_glass_row_accesses where id = ${id} and session_id = ${sessionId}`);
