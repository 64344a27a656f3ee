import { join, name, type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Column, Index, Relation } from "./catalog.ts";

export interface Sort {
  readonly by: string;
  readonly direction: "asc" | "desc";
}

/** A part of a statement, and whether an index finds what it says, however large the table. */
export interface Part {
  readonly sql: Sql;
  readonly isServed: boolean;
}

/** How a column is asked: for a value, for what begins or goes on with a text, or for what lies between two values. */
export type How = "equal" | "begins" | "has" | "between";

/** Three letters in a row are the least that an index of such parts can be asked for. */
const hasTrigram = (wanted: string) => /[\p{L}\p{N}]{3}/u.test(wanted);

/** Whether an index of this relation finds what is asked of the column. */
export function isServed({ indexes }: Relation, column: Column, how: How, wanted = ""): boolean {
  const firsts = indexes.flatMap(({ method, columns: [first] }) => (first?.name === column.name ? [{ method, ...first }] : []));
  if (how === "has") return hasTrigram(wanted) && firsts.some(({ by }) => by === "gin_trgm_ops");
  if (how === "begins") return firsts.some(({ by }) => by === "text_pattern_ops");
  return firsts.some(({ method, isUsual }) => method === "btree" && isUsual);
}

/**
 * The order of all rows: by a column and then by others, so that no two rows are alike and pages never overlap. An index that has the column alone
 * helps, and leaves those to be sorted that are alike in it, which may be all.
 */
export function orderOf(relation: Relation, sort: Sort | undefined): Part {
  const columns = new Map(relation.columns.map((column) => [column.name, column]));
  const key = columns.get(relation.key);
  const by = (sort && columns.get(sort.by)) ?? key;
  const isDown = sort?.direction === "desc";
  if (!by || by.kind === "json") return { sql: key ? sql`order by ${ordered(key, isDown)}` : sql``, isServed: true };
  const whole = (index: Index) =>
    index.columns.some((each) => each.name === relation.key) ||
    (index.isUnique && index.columns.every((each) => columns.get(each.name)?.isRequired));
  const [index] = relation.indexes.filter((each) => gives(each, by, isDown)).sort((a, b) => Number(whole(b)) - Number(whole(a)));
  if (!index)
    return { sql: sql`order by ${join([by, ...(key && key !== by ? [key] : [])].map((each) => ordered(each, isDown)))}`, isServed: false };
  // As the index goes, or backwards: what comes after the first column goes with it.
  const isBackwards = index.columns[0]?.isDescending !== isDown;
  const others = index.columns.slice(1).map((each) => sql`${name(each.name)} ${direction(each.isDescending !== isBackwards)}`);
  const last = whole(index) || !key ? [] : [ordered(key, isDown)];
  return { sql: sql`order by ${join([ordered(by, isDown), ...others, ...last])}`, isServed: whole(index) };
}

/** Whether it has all rows in this order, with empty ones last, when it is read from either end. */
function gives({ method, isWhole, columns: [first] }: Index, by: Column, isDown: boolean): boolean {
  if (!isWhole || method !== "btree" || first?.name !== by.name || !first.isUsual) return false;
  const isForwards = first.isDescending === isDown;
  return by.isRequired || (isForwards ? !first.hasEmptyFirst : first.hasEmptyFirst);
}

/** Empty ones last either way; where there are none, an index can serve the order. */
const ordered = (column: Column, isDown: boolean): Sql =>
  column.isRequired ? sql`${name(column.name)} ${direction(isDown)}` : sql`${name(column.name)} ${direction(isDown)} nulls last`;

const direction = (isDown: boolean): Sql => (isDown ? sql`desc` : sql`asc`);
