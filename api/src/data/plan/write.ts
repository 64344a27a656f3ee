import type { Column, Table } from "../catalog/model.ts";
import { fault, notTheRow } from "../fault.ts";
import type { Filter } from "../grammar/ast.ts";
import type { DataRequest } from "../request.ts";
import type { Write } from "./model.ts";
import { conditionOf } from "./read.ts";

/** What a request writes into its table. */
export function planWrite(request: DataRequest, table: Table): Write {
  const { query, body, prefer, method } = request;
  if (method === "PUT") expectKeyOnly(request, table);
  else if (method !== "POST" && (query.root.limit !== undefined || query.offset !== 0)) {
    throw fault("PGRST100", "limit and offset are offered for reading only.", { hint: "Say by filters which rows are meant." });
  }
  const columns = body?.keys.map((key) => findWritten(table, key)) ?? [];
  const takesDefaults = prefer.takesDefaults && columns.some((column) => column.default !== null);
  const takesRow =
    body?.row !== undefined &&
    !takesDefaults &&
    columns.length > 0 &&
    columns.every((column) => column.isScalar && column.parsedBy === null);
  const first = query.values.length + query.args.length;
  const isInsert = method === "POST" || method === "PUT";
  return {
    table,
    columns,
    body,
    takesRow: takesRow && method !== "PUT",
    takesDefaults,
    slots: takesRow && method !== "PUT" ? columns.map((_, i) => first + i) : [first],
    where: method === "POST" ? [] : query.root.filters.map((filter) => conditionOf(table, filter, [])),
    conflict: isInsert ? conflictOf(request, table) : undefined,
  };
}

function conflictOf({ query, prefer, method }: DataRequest, table: Table): Write["conflict"] {
  if (method === "PUT") return { columns: table.primaryKey, merges: true };
  if (!prefer.resolution) return undefined;
  const columns = query.onConflict ?? table.primaryKey;
  for (const column of query.onConflict ?? []) if (!table.columns.has(column)) throw unknownColumn(table, column);
  return columns.length > 0 ? { columns, merges: prefer.resolution === "merge" } : undefined;
}

/** A PUT says which row it means by the whole primary key and nothing else. */
function expectKeyOnly({ query, body }: DataRequest, { primaryKey }: Table): void {
  if (query.root.limit !== undefined || query.offset !== 0) {
    throw fault("PGRST114", "limit/offset querystring parameters are not allowed for PUT");
  }
  const named = query.root.filters.map(keyColumn);
  const isKey = primaryKey.length > 0 && named.length === primaryKey.length && primaryKey.every((column) => named.includes(column));
  if (!isKey) throw fault("PGRST105", "Filters must include all and only primary key columns with 'eq' operators");
  if (!primaryKey.every((column) => body?.keys.includes(column))) throw notTheRow();
}

const keyColumn = (filter: Filter): string | undefined =>
  filter.kind === "compare" && filter.operator === "eq" && !filter.isNegated && !filter.quantifier && filter.field.path.length === 0
    ? filter.field.column
    : undefined;

function findWritten(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column) return column;
  throw fault("PGRST204", `Could not find the '${name}' column of '${table.name}' in the schema cache`);
}

const unknownColumn = (table: Table, name: string) =>
  fault("42703", `column "${name}" does not exist`, { hint: `${table.name} has no such column.` });
