import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { SavedFilter } from "./contract.ts";

const columns = sql`id, list, name, query, created_at as "createdAt"`;
const Counted = z.object({ count: z.number() });

export const list = (db: Db, staffId: string) =>
  db.many(SavedFilter, sql`select ${columns} from saved_filters where staff_id = ${staffId} order by list, name`);

/** Of two who change the filters of one member, one waits. */
export const holdMember = (db: Db, staffId: string) => db.run(sql`select from staff where id = ${staffId} for no key update`);

export const countOf = async (db: Db, staffId: string): Promise<number> =>
  (await db.one(Counted, sql`select count(*)::int as count from saved_filters where staff_id = ${staffId}`)).count;

/** Nothing comes back where one of this name is there: `one_filter_of_a_name` refuses the row. */
export const insert = (db: Db, staffId: string, filter: z.output<typeof SavedFilter>) =>
  db.maybe(
    SavedFilter,
    sql`
    insert into saved_filters (id, staff_id, list, name, query, created_at)
    values (${filter.id}, ${staffId}, ${filter.list}, ${filter.name}, ${filter.query}, ${filter.createdAt})
    on conflict on constraint one_filter_of_a_name do nothing
    returning ${columns}`,
  );

export const find = (db: Db, staffId: string, id: string) =>
  db.maybe(SavedFilter, sql`select ${columns} from saved_filters where id = ${id} and staff_id = ${staffId}`);

/** Nothing comes back where another one has that name. */
export const rename = (db: Db, staffId: string, id: string, name: string) =>
  db.maybe(
    SavedFilter,
    sql`
    update saved_filters f set name = ${name}
    where id = ${id}
      and not exists (select from saved_filters o where o.staff_id = ${staffId} and o.list = f.list and o.name = ${name} and o.id <> f.id)
    returning ${columns}`,
  );

export const remove = (db: Db, id: string) => db.run(sql`delete from saved_filters where id = ${id}`);
