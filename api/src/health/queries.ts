import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

/** The least that a database can be asked. */
export const answer = (db: Db) => db.one(z.object({}), sql`select 1`);

/** How many of these migrations the control database has. */
export const countMigrated = (db: Db, names: readonly string[]) =>
  db.one(z.object({ count: z.number() }), sql`select count(*) from migrations where name = any(${names})`).then(({ count }) => count);
