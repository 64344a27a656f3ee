import type { Catalog, Column, Table } from "./catalog.ts";
import { fault } from "./fault.ts";
import type { Comparison, Field, Filter, Is, JsonStep } from "./grammar/ast.ts";
import type { Body, DataRequest } from "./request.ts";

/** A request with every name looked up: nothing in it is the caller's word any more except values. */
export interface Plan {
  readonly kind: "read" | "insert" | "update" | "delete";
  readonly table: Table;
  readonly select: readonly Selected[];
  readonly where: readonly Condition[];
  readonly order: readonly Ordering[];
  readonly limit: number | undefined;
  readonly offset: number;
  readonly write: Write | undefined;
  readonly answer: Answer;
  /** It runs no code of the tenant's: the table has none, and no type is named that may have. */
  readonly isPlain: boolean;
  /** The body is one row of values that PostgreSQL reads as they are. */
  readonly takesRow: boolean;
}

export type Selected =
  | { readonly kind: "all" }
  | { readonly kind: "value"; readonly place: Place; readonly as: string; readonly cast: string | undefined };

/** Where a value stands: in a column, or inside of one. */
export interface Place {
  readonly column: Column;
  readonly path: readonly JsonStep[];
}

export type Condition =
  | { readonly kind: "compare"; readonly place: Place; readonly isNegated: boolean; readonly operator: Comparison; readonly value: string }
  | { readonly kind: "in"; readonly place: Place; readonly isNegated: boolean; readonly values: readonly string[] }
  | { readonly kind: "is"; readonly place: Place; readonly isNegated: boolean; readonly value: Is }
  | { readonly kind: "logic"; readonly word: "and" | "or"; readonly isNegated: boolean; readonly conditions: readonly Condition[] };

export interface Ordering {
  readonly place: Place;
  readonly direction: "asc" | "desc" | undefined;
  readonly nulls: "first" | "last" | undefined;
}

export interface Write {
  readonly columns: readonly Column[];
  readonly body: Body;
}

export interface Answer {
  /** What comes back of the rows: nothing but their number, all that was selected, or the primary key of what was inserted. */
  readonly rows: "none" | "selected" | "key";
  /** Whether all rows that fit are counted, those beyond the limit too. */
  readonly isCounted: boolean;
  /** A write of any other number of rows is undone. */
  readonly isOneRowOnly: boolean;
}

const kinds = { GET: "read", HEAD: "read", POST: "insert", PATCH: "update", DELETE: "delete" } as const;

export function plan(request: DataRequest, catalog: Catalog): Plan {
  const { query, method, body } = request;
  const table = findTable(catalog, request.table);
  const columns = body?.keys.map((key) => findWritten(table, key)) ?? [];
  const kind = kinds[method];
  if (kind !== "read" && (query.limit !== undefined || query.offset !== 0)) {
    throw fault("PGRST100", "limit and offset are offered for reading only.", { hint: "Say by filters which rows are meant." });
  }
  return {
    kind,
    table,
    select: query.select.map((item) =>
      item.kind === "all"
        ? item
        : { kind: "value", place: placeOf(table, item.field), as: item.alias ?? nameOf(item.field), cast: item.cast },
    ),
    where: query.filters.map((filter) => conditionOf(table, filter)),
    order: query.order.map(({ field, direction, nulls }) => ({ place: placeOf(table, field), direction, nulls })),
    limit: query.limit,
    offset: query.offset,
    write: body && { columns, body },
    takesRow: body?.row !== undefined && columns.length > 0 && columns.every((column) => column.isScalar),
    answer: answerOf(request, table),
    isPlain:
      (kind === "read" ? table.isPlainToRead : table.isPlainToWrite) && !query.select.some((item) => item.kind === "field" && item.cast),
  };
}

function answerOf({ method, prefer, shape }: DataRequest, table: Table): Answer {
  const isRead = method === "GET" || method === "HEAD";
  const returns = isRead ? "representation" : prefer.returns;
  const isKeyWanted = method === "POST" && returns === "headers-only" && table.primaryKey.length > 0;
  return {
    rows: method !== "HEAD" && returns === "representation" ? "selected" : isKeyWanted ? "key" : "none",
    isCounted: isRead && prefer.count !== undefined,
    isOneRowOnly: !isRead && returns === "representation" && shape === "object",
  };
}

function findTable(catalog: Catalog, name: string): Table {
  const table = catalog.tables.get(name);
  if (table) return table;
  throw fault("PGRST205", `Could not find the table 'public.${name}' in the schema cache`);
}

function findWritten(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column) return column;
  throw fault("PGRST204", `Could not find the '${name}' column of '${table.name}' in the schema cache`);
}

function placeOf(table: Table, { column: name, path }: Field): Place {
  const column = table.columns.get(name);
  if (!column) throw fault("42703", `column ${table.name}.${name} does not exist`);
  return { column, path };
}

/** `data->a->b` is shown as `b`, `data->0` as `data`. */
const nameOf = ({ column, path }: Field) => String(path.findLast(({ key }) => typeof key === "string")?.key ?? column);

function conditionOf(table: Table, filter: Filter): Condition {
  if (filter.kind === "logic") {
    const { kind, word, isNegated, filters } = filter;
    return { kind, word, isNegated, conditions: filters.map((each) => conditionOf(table, each)) };
  }
  return { ...filter, place: placeOf(table, filter.field) };
}
