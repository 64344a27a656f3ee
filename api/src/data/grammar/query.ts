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
  const filters: Filter[] = [];
  for (const [name, value] of pairs) {
    if (name === "select") select = readSelect(value);
    else if (name === "order") order = readOrder(value);
    else if (name === "limit") limit = readCount(name, value);
    else if (name === "offset") offset = readCount(name, value);
    else if (name === "columns") columns = readColumns(value);
    else if (name === "and" || name === "or") filters.push(readLogic(name, false, value));
    else if (name === "not.and") filters.push(readLogic("and", true, value));
    else if (name === "not.or") filters.push(readLogic("or", true, value));
    else if (name === "on_conflict") throw fault("PGRST100", "on_conflict is not offered.");
    else filters.push(readFilter(name, value));
  }
  return { select, filters, order, limit, offset, columns };
}

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
