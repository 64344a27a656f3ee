import { name, type Sql, sql } from "../../platform/db/sql.ts";
import type { Returns } from "../catalog/model.ts";
import type { Answer, Node } from "../plan/model.ts";

/** The answer's body out of `nm_rows`. */
export function bodyAs({ output }: Answer, root: Node, returns: Returns | undefined, isValue: boolean): Sql {
  if (output.kind === "csv") return csv;
  if (output.kind === "custom") return custom(output.by, root, isValue);
  const rows = jsonRows(root, returns, isValue);
  return output.stripsNulls ? sql`pg_catalog.json_strip_nulls(${rows})` : rows;
}

function jsonRows(root: Node, returns: Returns | undefined, isValue: boolean): Sql {
  const isEmpty = root.select.length === 0 && !root.children.some(({ isShown }) => isShown);
  const each = isValue ? sql`nm_rows.nm_value` : isEmpty ? sql`'{}'::pg_catalog.json` : sql`nm_rows.*`;
  if (returns && !returns.isSet) return sql`coalesce(pg_catalog.json_agg(${each}) -> 0, 'null')`;
  return sql`coalesce(pg_catalog.json_agg(${each}), '[]')`;
}

/** A line of names, and the rows as PostgreSQL writes them, without the brackets around each. */
const csv = sql`
  (select coalesce(pg_catalog.string_agg(_k.key, ','), '') from (
    select pg_catalog.json_object_keys(_f.first) as key from (select pg_catalog.row_to_json(nm_rows.*) as first from nm_rows limit 1) as _f) as _k)
  || pg_catalog.chr(10)
  || coalesce(pg_catalog.string_agg(pg_catalog.substring((nm_rows.*)::pg_catalog.text, 2, pg_catalog.length((nm_rows.*)::pg_catalog.text) - 2), pg_catalog.chr(10)), '')`;

function custom(
  by: { readonly schema: string; readonly name: string; readonly table: string | null } | undefined,
  root: Node,
  isValue: boolean,
): Sql {
  if (!by)
    return isValue ? sql`(select nm_value from nm_rows limit 1)::pg_catalog.text` : sql`pg_catalog.json_agg(nm_rows.*)::pg_catalog.text`;
  const rows = by.table === null || !root.table ? sql`nm_rows.*` : sql`(nm_rows.*)::${name(root.table.schema, root.table.name)}`;
  return sql`${name(by.schema, by.name)}(${rows})::pg_catalog.text`;
}
