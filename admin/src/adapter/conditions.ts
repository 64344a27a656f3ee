import { join, name, type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Column, Relation } from "./catalog.ts";
import { type How, isServed, type Part } from "./served.ts";

/** What somebody asks a column to be: a text as typed, one of several values, or a range with either end open. */
export type Wanted = string | { readonly oneOf: readonly string[] } | Span;

interface Span {
  readonly from?: string;
  readonly to?: string;
}

export type Wishes = readonly (readonly [column: Column, wanted: Wanted])[];

/** Whatever was typed, PostgreSQL can evaluate it: a value no row can have selects nothing instead of failing. */
export function conditionOf(relation: Relation, column: Column, wanted: Wanted): Part {
  if (typeof wanted !== "string")
    return "oneOf" in wanted ? oneOfThese(relation, column, wanted.oneOf) : betweenOf(relation, column, wanted);
  if (wanted.includes("\0")) return nothing;
  if (column.isArray) return { sql: sql`${wanted} = any(${name(column.name)}::text[])`, isServed: false };
  const asked = matchers[column.kind](column, wanted);
  return asked ? { sql: asked.sql, isServed: isServed(relation, column, asked.how, wanted) } : nothing;
}

const oneOfThese = (relation: Relation, column: Column, values: readonly string[]): Part => ({
  sql: sql`${name(column.name)} = any(${values})`,
  isServed: isServed(relation, column, "equal"),
});

const nothing: Part = { sql: sql`false`, isServed: true };

interface Asked {
  readonly sql: Sql;
  readonly how: How;
}
type Matcher = (column: Column, wanted: string) => Asked | undefined;

const contains: Matcher = (column, wanted) => ({ sql: sql`${textOf(column)} ilike ${`%${escaped(wanted)}%`}`, how: "has" });
const equals: Matcher = (column, wanted) => ({ sql: sql`${name(column.name)} = ${wanted}`, how: "equal" });
const oneOf: Matcher = (column, wanted) => (column.choices?.includes(wanted) ? equals(column, wanted) : undefined);
const parsed =
  (parse: Parser): Matcher =>
  (column, wanted) => {
    const value = parse(wanted);
    return value && { sql: sql`${name(column.name)} = ${value}`, how: "equal" };
  };

/** As it is where it is a text: what is cast, no index finds. */
const textOf = ({ kind, name: column }: Column) => (kind === "text" ? name(column) : sql`${name(column)}::text`);

const matchers: Readonly<Record<Column["kind"], Matcher>> = {
  text: (column, wanted) => {
    if (column.choices) return oneOf(column, wanted);
    if (isWholeId(wanted)) return equals(column, wanted);
    return isPartOfId(wanted) ? startsWith(column, wanted) : contains(column, wanted);
  },
  uuid: (column, wanted) => ({ sql: sql`${name(column.name)}::text ilike ${`${escaped(wanted)}%`}`, how: "has" }),
  json: contains,
  number: parsed(parseNumber),
  boolean: parsed((text) => ({ true: sql`true`, false: sql`false` })[text]),
  time: parsed(parseTime),
  date: parsed(parseDate),
  bytes: () => undefined,
  other: (column, wanted) => (column.choices ? oneOf(column, wanted) : contains(column, wanted)),
};

/** Ids are found by their beginning; a whole one by an index. */
const isWholeId = (text: string) => /^[a-z]{3}_[0-9a-z]{26}$/.test(text);
const isPartOfId = (text: string) => /^[a-z]{3}_[0-9a-z]{4,25}$/.test(text);
const startsWith: Matcher = (column, wanted) => ({ sql: sql`${name(column.name)} like ${`${escaped(wanted)}%`}`, how: "begins" });

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

function betweenOf(relation: Relation, column: Column, { from, to }: Span): Part {
  const bounds = [boundOf(column, sql`>=`, from), boundOf(column, sql`<=`, to)];
  return { sql: join(bounds, " and "), isServed: isServed(relation, column, "between") };
}

function boundOf(column: Column, operator: Sql, text: string | undefined): Sql {
  if (text === undefined || text === "") return sql`true`;
  const value = column.isArray ? undefined : boundParsers[column.kind]?.(text);
  return value ? sql`${name(column.name)} ${operator} ${value}` : nothing.sql;
}
type Parser = (text: string) => Sql | undefined;
const boundParsers: Readonly<Partial<Record<Column["kind"], Parser>>> = { number: parseNumber, time: parseTime, date: parseDate };

/** The cast keeps a small column comparable with a number it could not hold. */
function parseNumber(text: string): Sql | undefined {
  const trimmed = text.trim();
  if (/^-?\d{1,18}$/.test(trimmed)) return sql`${trimmed}::bigint`;
  return /^-?\d{1,18}\.\d{1,9}$/.test(trimmed) ? sql`${trimmed}::numeric` : undefined;
}

function momentOf(text: string): string | undefined {
  const time = new Date(text);
  const year = time.getUTCFullYear();
  return Number.isNaN(year) || year < 1 || year > 9999 ? undefined : time.toISOString();
}

function parseTime(text: string): Sql | undefined {
  const moment = momentOf(text);
  return moment ? sql`${moment}::timestamptz` : undefined;
}

function parseDate(text: string): Sql | undefined {
  const moment = momentOf(text);
  return moment ? sql`${moment.slice(0, 10)}::date` : undefined;
}
