import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Flag } from "./contract.ts";

const columns = sql`
  key, description, definition, updated_by as "updatedBy", created_at as "createdAt", updated_at as "updatedAt", revision`;

export const list = (db: Db) => db.many(Flag, sql`select ${columns} from feature_flags order by key`);

export const find = (db: Db, key: string) => db.maybe(Flag, sql`select ${columns} from feature_flags where key = ${key}`);

export const lock = (db: Db, key: string) => db.maybe(Flag, sql`select ${columns} from feature_flags where key = ${key} for update`);

export const set = (db: Db, flag: Pick<Flag, "key" | "description" | "definition" | "updatedBy">, now: string) =>
  db.one(
    Flag,
    sql`
    insert into feature_flags (key, description, definition, updated_by, created_at, updated_at)
    values (${flag.key}, ${flag.description}, ${JSON.stringify(flag.definition)}, ${flag.updatedBy}, ${now}, ${now})
    on conflict (key) do update
      set description = excluded.description, definition = excluded.definition, updated_by = excluded.updated_by,
          updated_at = excluded.updated_at, revision = feature_flags.revision + 1
    returning ${columns}`,
  );

export const remove = (db: Db, key: string) => db.run(sql`delete from feature_flags where key = ${key}`);
