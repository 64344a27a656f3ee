import { join, name, type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Column } from "./catalog.ts";

/** What somebody asks a column to be: a text as typed, or a range with either end open. */
export type Wanted = string | { readonly from?: string; readonly to?: string };
export type Wishes = readonly (readonly [column: Column, wanted: Wanted])[];

/** Whatever was typed, PostgreSQL can evaluate it: a value no row can have selects nothing instead of failing. */
export function conditionsOf(wishes: Wishes, where?: Sql): Sql {
  const conditions = [...wishes.map(([column, wanted]) => conditionOf(column, wanted)), ...(where ? [where] : [])];
  return conditions.length === 0 ? sql`` : sql`where ${join(conditions, " and ")}`;
}

const nothing = sql`false`;

function conditionOf(column: Column, wanted: Wanted): Sql {
  if (typeof wanted !== "string") return join([boundOf(column, ">=", wanted.from), boundOf(column, "<=", wanted.to)], " and ");
  if (wanted.includes("\0")) return nothing;
  if (column.isArray) return sql`${wanted} = any(${name(column.name)}::text[])`;
  return matchers[column.kind](column, wanted);
}

type Matcher = (column: Column, wanted: string) => Sql;

const contains: Matcher = (column, wanted) => sql`${name(column.name)}::text ilike ${`%${escaped(wanted)}%`}`;
const equals: Matcher = (column, wanted) => sql`${name(column.name)} = ${wanted}`;
const oneOf = (column: Column, wanted: string) => (column.choices?.includes(wanted) ? equals(column, wanted) : nothing);
const parsed =
  (parse: Parser): Matcher =>
  (column, wanted) => {
    const value = parse(wanted);
    return value ? sql`${name(column.name)} = ${value}` : nothing;
  };

const matchers: Readonly<Record<Column["kind"], Matcher>> = {
  text: (column, wanted) => {
    if (column.choices) return oneOf(column, wanted);
    if (isWholeId(wanted)) return equals(column, wanted);
    return isPartOfId(wanted) ? startsWith(column, wanted) : contains(column, wanted);
  },
  uuid: (column, wanted) => sql`${name(column.name)}::text ilike ${`${escaped(wanted)}%`}`,
  json: contains,
  number: parsed(parseNumber),
  boolean: parsed((text) => ({ true: sql`true`, false: sql`false` })[text]),
  time: parsed(parseTime),
  date: parsed(parseDate),
  bytes: () => nothing,
  other: (column, wanted) => (column.choices ? oneOf(column, wanted) : contains(column, wanted)),
};

/** Ids are found by their beginning; a whole one by an index. */
const isWholeId = (text: string) => /^[a-z]{3}_[0-9a-z]{26}$/.test(text);
const isPartOfId = (text: string) => /^[a-z]{3}_[0-9a-z]{4,25}$/.test(text);
const startsWith: Matcher = (column, wanted) => sql`${name(column.name)} like ${`${escaped(wanted)}%`}`;

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

function boundOf(column: Column, operator: "<=" | ">=", text: string | undefined): Sql {
  if (text === undefined || text === "") return sql`true`;
  const value = column.isArray ? undefined : boundParsers[column.kind]?.(text);
  if (!value) return nothing;
  return operator === ">=" ? sql`${name(column.name)} >= ${value}` : sql`${name(column.name)} <= ${value}`;
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
