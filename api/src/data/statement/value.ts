import { literal, name, Sql, sql } from "../../platform/db/sql.ts";
import type { Column } from "../catalog/model.ts";
import type { Place, SelectedValue } from "../plan/model.ts";

/** Where the rows of a node stand in the statement, and how a whole row of them is written. */
export interface Rows {
  readonly alias: Sql;
  readonly row: Sql;
  /** There are more columns than the relation's, so that those must be named. */
  readonly hasMore?: boolean;
}

export const raw = (text: string) => new Sql([text], []);

/** A value in a column, or inside its JSON; what is not JSON is made so. */
export function valueAt({ alias, row }: Rows, { name: column, column: known, isComputed, path }: Place): Sql {
  const value = isComputed && known && "schema" in known ? sql`${name(known.schema, known.name)}(${row})` : sql`${alias}.${name(column)}`;
  if (path.length === 0) return value;
  const json = known?.isJson ? value : sql`pg_catalog.to_jsonb(${value})`;
  return path.reduce((whole, { key, isText }) => sql`${whole}${raw(isText ? "->>" : "->")}${keyOf(key)}`, json);
}

const keyOf = (key: string | number) => (typeof key === "number" ? raw(String(key)) : literal(key));

/** A column as it is shown: a domain may have its own way. */
export function shownAt(rows: Rows, place: Place): Sql {
  const value = valueAt(rows, place);
  const { column, path } = place;
  return column && "shownBy" in column && column.shownBy !== null && path.length === 0 ? sql`${raw(column.shownBy)}(${value})` : value;
}

export function selectedValue(rows: Rows, { place, cast }: SelectedValue): Sql {
  if (!place) return raw("1");
  return cast === undefined ? shownAt(rows, place) : castTo(shownAt(rows, place), cast);
}

/** All columns, one by one where one of them has its own way to be shown. */
export function allOf(
  rows: Rows,
  columns: ReadonlyMap<string, Column> | undefined,
): readonly { readonly as: string; readonly value: Sql }[] {
  return [...(columns?.values() ?? [])].map((column) => ({
    as: column.name,
    value: shownAt(rows, { name: column.name, column, isComputed: false, path: [] }),
  }));
}

export function castTo(value: Sql, type: string | undefined): Sql {
  if (type === undefined) return value;
  const isArray = type.endsWith("[]");
  const element = type.replace(/\[\]$/, "");
  const named = name(spellings.get(element.toLowerCase()) ?? element);
  return sql`(${value})::${named}${raw(isArray ? "[]" : "")}`;
}

/** Types that SQL spells in words of its own, by the names that they have. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["int", "int4"],
  ["integer", "int4"],
  ["bigint", "int8"],
  ["smallint", "int2"],
  ["boolean", "bool"],
  ["decimal", "numeric"],
  ["real", "float4"],
  ["float", "float8"],
  ["double precision", "float8"],
  ["character varying", "varchar"],
  ["character", "bpchar"],
  ["char", "bpchar"],
  ["bit varying", "varbit"],
  ["timestamp with time zone", "timestamptz"],
  ["timestamp without time zone", "timestamp"],
  ["time with time zone", "timetz"],
  ["time without time zone", "time"],
]);
