import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { DataSettings } from "./contract.ts";
import { withoutReserved } from "./rules.ts";

const Stored = DataSettings.extend({ exposedSchemas: z.array(z.string()).transform(withoutReserved) });
const columns = sql`id as "projectId", exposed_schemas as "exposedSchemas", revision`;

export const find = (db: Db, projectId: string) =>
  db.maybe(Stored, sql`select ${columns} from projects where id = ${projectId} and status <> 'purged'`);

export const lock = (db: Db, projectId: string) =>
  db.maybe(
    Stored.extend({ status: z.string() }),
    sql`select ${columns}, status from projects where id = ${projectId} and status <> 'purged' for update`,
  );

export const expose = (db: Db, projectId: string, schemas: readonly string[], now: string) =>
  db.one(
    Stored,
    sql`
    update projects set exposed_schemas = ${schemas}, updated_at = ${now}, revision = revision + 1
    where id = ${projectId}
    returning ${columns}`,
  );

/** Those of a project's own database; to be asked there. */
export const listSchemas = (db: Db) =>
  db.many(z.object({ name: z.string() }), sql`select nspname::text as name from pg_namespace order by 1`);
