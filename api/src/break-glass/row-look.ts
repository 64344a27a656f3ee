import { z } from "zod";
import { join, name, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { cellMax, refuse } from "./row-contract.ts";

export interface Place {
  readonly schema: string;
  readonly table: string;
}

interface Wanted {
  readonly filters: readonly { readonly column: string; readonly how: "is" | "contains"; readonly value: string }[];
  readonly limit: number;
  readonly offset: number;
}

const columnsMax = 200;

const Column = z.object({ name: z.string(), type: z.string(), isKey: z.boolean() });
const Table = z.object({ oid: z.string(), hasRls: z.boolean() });

/** Looks for the table, without a look at its rows. Views are none: what they read runs with their owner's rights. */
export async function findTable(db: Db, { schema, table }: Place): Promise<z.output<typeof Table>> {
  const found = await db.maybe(
    Table,
    sql`
    select c.oid::text as oid, row_security_active(c.oid) as "hasRls" from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${table} and c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`,
  );
  if (!found) throw refuse("table_not_found");
  return found;
}

const columnsOf = (db: Db, oid: string) =>
  db.many(
    Column,
    sql`
    select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
      exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as "isKey"
    from pg_attribute a where a.attrelid = ${oid}::oid and a.attnum > 0 and not a.attisdropped
    order by a.attnum limit ${columnsMax}`,
  );

const asText = (column: string) => sql`(t.${name(column)})::pg_catalog.text`;

export async function lookInto(db: Db, place: Place, { filters, limit, offset }: Wanted) {
  const { oid, hasRls } = await findTable(db, place);
  const columns = await columnsOf(db, oid);
  const known = new Set(columns.map((each) => each.name));
  if (filters.some(({ column }) => !known.has(column))) throw refuse("column_not_found");
  const cells = join(columns.map((each) => sql`pg_catalog.left(${asText(each.name)}, ${cellMax}::int)`));
  const wanted = filters.map(({ column, how, value }) =>
    how === "is" ? sql`${asText(column)} = ${value}::text` : sql`pg_catalog.strpos(${asText(column)}, ${value}::text) > 0`,
  );
  const keys = columns.filter(({ isKey }) => isKey).map((each) => sql`t.${name(each.name)}`);
  const rows = await db.many(
    z.object({ cells: z.array(z.string().nullable()) }),
    sql`
    select array[${cells}]::text[] as cells from ${name(place.schema, place.table)} t
    ${wanted.length > 0 ? sql`where ${join(wanted, " and ")}` : sql``}
    ${keys.length > 0 ? sql`order by ${join(keys)}` : sql``}
    limit ${limit + 1}::int offset ${offset}::int`,
  );
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: rows.slice(0, limit).map((row) => row.cells),
    hasMore: rows.length > limit,
    hasRls,
  };
}
