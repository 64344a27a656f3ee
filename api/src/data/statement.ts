import { createHash } from "node:crypto";
import type { Value } from "../platform/db/exchange.ts";
import { join, name, Sql, sql } from "../platform/db/sql.ts";
import { type Catalog, type Column, type KnownStatement, Pace } from "./catalog.ts";
import { comparisons, type Filter, states } from "./grammar/ast.ts";
import { type Condition, type Ordering, type Place, type Plan, plan, type Selected } from "./plan.ts";
import type { DataRequest } from "./request.ts";

export interface Statement {
  readonly statement: KnownStatement;
  readonly values: readonly Value[];
}

/** The statement of a request: made once per shape and catalog, for requests of one shape differ in values only. */
export function statementOf(request: DataRequest, catalog: Catalog): Statement {
  const shape = shapeOf(request);
  const known = catalog.statements.get(shape);
  if (known) return { statement: known, values: valuesOf(request, known.takesRow) };
  const planned = plan(request, catalog);
  const made = write(planned);
  const values = valuesOf(request, planned.takesRow);
  if (made.values.length !== values.length)
    throw new Error(`the statement of ${shape} takes ${made.values.length} values, not ${values.length}`);
  const statement = {
    name: `nm_${hashOf(catalog.fingerprint + made.text)}`,
    text: made.text,
    writes: planned.kind !== "read",
    isPlain: planned.isPlain,
    takesRow: planned.takesRow,
    pace: new Pace(),
  };
  catalog.statements.set(shape, statement);
  return { statement, values };
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** All of a request that its statement depends on; a NUL can stand in no part but the body's keys, which come last. */
const shapeOf = ({ method, table, query, prefer, shape, body }: DataRequest) => {
  const asked = `${method}\0${table}\0${query.shape}\0\0${prefer.returns}\0${prefer.count}\0${shape}`;
  return body
    ? `${asked}\0${body.isList}\0${body.row !== undefined}\0${body.keys.length === 0 && body.rows}\0${JSON.stringify(body.keys)}`
    : asked;
};

/** In the order in which `write` puts them. */
function valuesOf({ method, query, prefer, body }: DataRequest, takesRow: boolean): readonly Value[] {
  if (body && body.keys.length === 0) return [];
  const values: Value[] = body ? (takesRow && body.row ? [...body.row] : [body.text]) : [];
  if (method === "POST") return values;
  for (const filter of query.filters) collect(filter, values);
  if (query.offset > 0) values.push(String(query.offset));
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && prefer.count && isCut(query)) for (const filter of query.filters) collect(filter, values);
  return values;
}

function collect(filter: Filter, values: Value[]): void {
  if (filter.kind === "logic") for (const each of filter.filters) collect(each, values);
  else if (filter.kind === "in") values.push(arrayOf(filter.values));
  else if (filter.kind === "compare") values.push(patternOf(filter));
}

const patternOf = ({ operator, value }: { readonly operator: string; readonly value: string }) =>
  operator === "like" || operator === "ilike" ? value.replaceAll("*", "%") : value;

const arrayOf = (values: readonly string[]) => `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

const isCut = ({ limit, offset }: { readonly limit: number | undefined; readonly offset: number }) => limit !== undefined || offset > 0;

/**
 * A statement answers one row: how many rows it was, their JSON, and how many there are without the limit.
 * One that only writes answers none: PostgreSQL says itself how many rows it wrote.
 */
const write = (plan: Plan): Sql => (plan.kind === "read" ? writeRead(plan) : writeChange(plan));

const target = sql`_t`;
const none = sql`null`;
const allRows = sql`coalesce(pg_catalog.json_agg(nm_rows), '[]')`;
const oneRow = sql`1`;

function writeRead(plan: Plan): Sql {
  const { table, where, order, limit, offset, answer } = plan;
  const from = sql`from ${name(table.schema, table.name)} as ${target}${whereOf(where)}`;
  const isSelected = answer.rows === "selected";
  const rows = sql`select ${isSelected ? selectOf(plan.select) : oneRow} ${from}${orderOf(order)}${limitOf(limit)}${offsetOf(offset)}`;
  const total = sql`(select pg_catalog.count(*) ${from})`;
  const counted = !answer.isCounted ? none : isCut(plan) ? total : sql`pg_catalog.count(*)`;
  // The values of the rows come before those of the total.
  return sql`with nm_rows as (${rows}) select pg_catalog.count(*), ${isSelected ? allRows : none}, ${counted} from nm_rows`;
}

/** A number of rows that is not one is made an error, which undoes them: what it says is recognized by respond. */
export const oneRowOnly = "nextmavens: one row only, not ";
const refusedUnlessOne = sql`case when pg_catalog.count(*) <> 1 then ('${new Sql([oneRowOnly], [])}' || pg_catalog.count(*))::pg_catalog.int4 end`;

function writeChange(plan: Plan): Sql {
  const { answer, table, write: written, kind } = plan;
  if (written && (written.body.rows === 0 || (kind === "update" && written.columns.length === 0))) return sql`select 0, '[]', null`;
  if (answer.rows === "none") return writeRows(plan);
  const returned = answer.rows === "key" ? join(table.primaryKey.map((key) => sql`${target}.${name(key)}`)) : selectOf(plan.select);
  const check = answer.isOneRowOnly ? refusedUnlessOne : none;
  return sql`with nm_rows as (${writeRows(plan)} returning ${returned}) select pg_catalog.count(*), ${allRows}, ${check} from nm_rows`;
}

function writeRows(plan: Plan): Sql {
  const place = sql`${name(plan.table.schema, plan.table.name)} as ${target}`;
  if (plan.kind === "delete") return sql`delete from ${place}${whereOf(plan.where)}`;
  if (!plan.write) throw new Error(`${plan.kind} without anything to write`);
  const { columns, body } = plan.write;
  const row = plan.takesRow ? body.row : undefined;
  if (plan.kind === "update") {
    const changes = columns.map((column, i) => sql`${name(column.name)} = ${row ? sql`${row[i]}` : sql`_b.${name(column.name)}`}`);
    return sql`update ${place} set ${join(changes)}${row ? sql`` : sql` from ${bodyOf(body, columns)}`}${whereOf(plan.where)}`;
  }
  if (columns.length === 0)
    return sql`insert into ${place} select from pg_catalog.generate_series(1, ${new Sql([String(body.rows ?? 1)], [])})`;
  const names = columns.map((column) => name(column.name));
  if (row) return sql`insert into ${place} (${join(names)}) values (${join(row.map((value) => sql`${value}`))})`;
  return sql`insert into ${place} (${join(names)}) select ${join(names.map((each) => sql`_b.${each}`))} from ${bodyOf(body, columns)}`;
}

const bodyOf = ({ text, isList }: { readonly text: string; readonly isList: boolean }, columns: readonly Column[]) => {
  const types = join(columns.map((column) => sql`${name(column.name)} ${new Sql([column.type], [])}`));
  return isList
    ? sql`pg_catalog.json_to_recordset(${text}::pg_catalog.json) as _b (${types})`
    : sql`pg_catalog.json_to_record(${text}::pg_catalog.json) as _b (${types})`;
};

const selectOf = (select: readonly Selected[]) =>
  select.length === 0
    ? sql`${target}.*`
    : join(
        select.map((each) => (each.kind === "all" ? sql`${target}.*` : sql`${castOf(valueAt(each.place), each.cast)} as ${name(each.as)}`)),
      );

const castOf = (value: Sql, type: string | undefined) => {
  if (type === undefined) return value;
  const isArray = type.endsWith("[]");
  const element = type.replace(/\[\]$/, "");
  const named = name(spellings.get(element.toLowerCase()) ?? element);
  return sql`(${value})::${named}${new Sql([isArray ? "[]" : ""], [])}`;
};

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
  ["timestamp with time zone", "timestamptz"],
  ["timestamp without time zone", "timestamp"],
  ["time with time zone", "timetz"],
  ["time without time zone", "time"],
]);

/** A value in a column, or inside its JSON; what is not JSON is made so. */
function valueAt({ column, path }: Place): Sql {
  const value = sql`${target}.${name(column.name)}`;
  if (path.length === 0) return value;
  const json = column.isJson ? value : sql`pg_catalog.to_jsonb(${value})`;
  return path.reduce((whole, { key, isText }) => sql`${whole}${new Sql([isText ? "->>" : "->"], [])}${keyOf(key)}`, json);
}

const keyOf = (key: string | number) => new Sql([typeof key === "number" ? String(key) : `'${key.replaceAll("'", "''")}'`], []);

const whereOf = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? sql`` : sql` where ${join(conditions.map(test), " and ")}`;

function test(condition: Condition): Sql {
  const holds = testOf(condition);
  return condition.isNegated ? sql`not (${holds})` : holds;
}

function testOf(condition: Condition): Sql {
  if (condition.kind === "logic") return sql`(${join(condition.conditions.map(test), ` ${condition.word} `)})`;
  const value = valueAt(condition.place);
  if (condition.kind === "is") return sql`${value} ${new Sql([states[condition.value]], [])}`;
  if (condition.kind === "in") return sql`${value} = any (${arrayOf(condition.values)})`;
  return sql`${value} ${new Sql([comparisons[condition.operator]], [])} ${patternOf(condition)}`;
}

const orderOf = (order: readonly Ordering[]) =>
  order.length === 0
    ? sql``
    : sql` order by ${join(
        order.map(
          ({ place, direction, nulls }) =>
            sql`${valueAt(place)}${new Sql([direction ? ` ${direction}` : ""], [])}${new Sql([nulls ? ` nulls ${nulls}` : ""], [])}`,
        ),
      )}`;

/** In the text, so that PostgreSQL plans for that number. */
const limitOf = (limit: number | undefined) => new Sql([limit === undefined ? "" : ` limit ${limit}`], []);
const offsetOf = (offset: number) => (offset === 0 ? sql`` : sql` offset ${String(offset)}::pg_catalog.int8`);
