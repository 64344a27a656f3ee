import { LRUCache } from "lru-cache";
import { fault } from "../fault.ts";
import type { Filter, OrderItem, Query, SelectItem } from "./ast.ts";
import { readName } from "./field.ts";
import { readFilter, readLogic } from "./filter.ts";
import { readOrder } from "./order.ts";
import { Reader } from "./reader.ts";
import { readSelect } from "./select.ts";

/** Numbers of rows that PostgreSQL and a double both hold exactly. */
const countMax = Number.MAX_SAFE_INTEGER;

/** The parameters of a URL. Each pair that is no word of the grammar is a filter, and all of them must hold. */
export function readQuery(pairs: readonly (readonly [string, string])[]): Query {
  let select: readonly SelectItem[] = [];
  let order: readonly OrderItem[] = [];
  let limit: number | undefined;
  let offset = 0;
  let columns: readonly string[] | undefined;
  // No parameter holds a NUL, so that none can look like two.
  let shape = "";
  const filters: Filter[] = [];
  const addFilter = (filter: Filter) => {
    filters.push(filter);
    shape += `\0${JSON.stringify(skeletonOf(filter))}`;
  };
  for (const [name, value] of pairs) {
    if (name === "offset") offset = readCount(name, value);
    else if (name === "and" || name === "or") addFilter(readLogic(name, false, value));
    else if (name === "not.and") addFilter(readLogic("and", true, value));
    else if (name === "not.or") addFilter(readLogic("or", true, value));
    else if (name === "on_conflict") throw fault("PGRST100", "on_conflict is not offered.");
    else if (name === "select") select = remembered(selects, value, readSelect);
    else if (name === "order") order = remembered(orders, value, readOrder);
    else if (name === "limit") limit = readCount(name, value);
    else if (name === "columns") columns = readColumns(value);
    else addFilter(readFilter(name, value));
    if (wholeInShape.has(name)) shape += `\0${name}=${value}`;
  }
  return { select, filters, order, limit, offset, columns, shape: offset > 0 ? `${shape}\0offset` : shape };
}

const wholeInShape = new Set(["select", "order", "limit", "columns"]);

/** Few ways to select and order come again and again. */
const selects = new LRUCache<string, readonly SelectItem[]>({ max: 500 });
const orders = new LRUCache<string, readonly OrderItem[]>({ max: 500 });
const rememberedMax = 500;

function remembered<Read extends object>(known: LRUCache<string, Read>, text: string, read: (text: string) => Read): Read {
  const found = known.get(text);
  if (found) return found;
  const made = read(text);
  if (text.length <= rememberedMax) known.set(text, made);
  return made;
}

/** A filter without its values. */
const skeletonOf = (filter: Filter): unknown => {
  if (filter.kind === "logic") return [filter.word, filter.isNegated, filter.filters.map(skeletonOf)];
  const { column, path } = filter.field;
  const what = filter.kind === "is" ? filter.value : filter.kind === "in" ? "in" : filter.operator;
  return path.length === 0 ? [column, filter.isNegated, filter.kind, what] : [column, filter.isNegated, filter.kind, what, path];
};

function readCount(name: string, text: string): number {
  const count = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= countMax) return count;
  if (/^-\d+$/.test(text)) {
    throw fault("PGRST103", "Requested range not satisfiable", {
      details: `${name === "limit" ? "LIMIT" : "OFFSET"} should be greater than or equal to zero.`,
    });
  }
  throw fault("PGRST100", `"failed to parse ${name} parameter (${text.slice(0, 200)})" (line 1, column 1)`, {
    details: "expecting a whole number",
  });
}

function readColumns(text: string): readonly string[] {
  const reader = new Reader(text, "columns parameter");
  const columns: string[] = [];
  do columns.push(readName(reader));
  while (reader.take(","));
  reader.expectEnd();
  return [...new Set(columns)];
}
