import { join, literal, name, type Sql, sql } from "../../platform/db/sql.ts";
import type { Column } from "../catalog/model.ts";
import type { Plan, Write } from "../plan/model.ts";
import { test, whereOf } from "./condition.ts";
import { type Rows, raw } from "./value.ts";

const target = sql`_t`;
const targetRows: Rows = { alias: target, row: target };
const never = () => sql`false`;

/** Inserts, updates or deletes. Undefined where there is nothing to do. */
export function writeRows({ kind }: Plan, write: Write): Sql | undefined {
  const place = sql`${name(write.table.schema, write.table.name)} as ${target}`;
  const where = whereOf(write.where.map((condition) => test(targetRows, condition, never)));
  if (kind === "delete") return sql`delete from ${place}${where}`;
  if (!write.body || write.body.rows === 0) return undefined;
  return kind === "update" ? updateRows(write, place, where) : insertRows(write, place);
}

function updateRows(write: Write, place: Sql, where: Sql): Sql | undefined {
  const { columns, slots, takesRow } = write;
  if (columns.length === 0) return undefined;
  const changes = columns.map((column, i) => sql`${name(column.name)} = ${takesRow ? sql`${slots[i]}` : given(column)}`);
  return sql`update ${place} set ${join(changes)}${takesRow ? sql`` : sql` from ${bodyOf(write)}`}${where}`;
}

function insertRows(write: Write, place: Sql): Sql {
  const { columns, slots, takesRow, body, where } = write;
  const conflict = onConflict(write);
  if (columns.length === 0) {
    return sql`insert into ${place} select from pg_catalog.generate_series(1, ${raw(String(body?.rows ?? 1))})${conflict}`;
  }
  const names = join(columns.map((column) => name(column.name)));
  if (takesRow) return sql`insert into ${place} (${names}) values (${join(slots.map((slot) => sql`${slot}`))})${conflict}`;
  const held: Rows = { alias: sql`_b`, row: sql`_b` };
  const asked = whereOf(where.map((condition) => test(held, condition, never)));
  return sql`insert into ${place} (${names}) select ${join(columns.map(given))} from ${bodyOf(write)}${asked}${conflict}`;
}

function onConflict({ conflict, columns }: Write): Sql {
  if (!conflict) return sql``;
  const at = sql` on conflict (${join(conflict.columns.map((column) => name(column)))})`;
  if (!conflict.merges || columns.length === 0) return sql`${at} do nothing`;
  return sql`${at} do update set ${join(columns.map((column) => sql`${name(column.name)} = excluded.${name(column.name)}`))} where ${countMerged}`;
}

/** A value of the body; a domain may have its own way to be read. */
const given = ({ name: column, parsedBy }: Column) =>
  parsedBy === null ? sql`_b.${name(column)}` : sql`${raw(parsedBy)}(_b.${name(column)})`;

/** The body as rows. */
function bodyOf({ body, columns, slots: [slot], takesDefaults }: Write): Sql {
  const types = join(
    columns.map(({ name: column, type, parsedBy }) => sql`${name(column)} ${raw(parsedBy === null ? type : "pg_catalog.json")}`),
  );
  const isList = body?.isList === true;
  if (takesDefaults) return sql`pg_catalog.jsonb_to_recordset(${withDefaults(columns, slot, isList)}) as _b (${types})`;
  return isList
    ? sql`pg_catalog.json_to_recordset(${slot}::pg_catalog.json) as _b (${types})`
    : sql`pg_catalog.json_to_record(${slot}::pg_catalog.json) as _b (${types})`;
}

/** Each row laid over the defaults of the columns that are written. */
function withDefaults(columns: readonly Column[], slot: number | undefined, isList: boolean): Sql {
  const defaults = columns.flatMap((column) => (column.default === null ? [] : [sql`${literal(column.name)}, ${raw(column.default)}`]));
  const rows = isList ? sql`pg_catalog.jsonb_array_elements(${slot}::pg_catalog.jsonb)` : sql`(select ${slot}::pg_catalog.jsonb)`;
  return sql`(select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(${join(defaults)}) || _d.row) from ${rows} as _d (row))`;
}

/** How many rows were there already is counted in a setting of this transaction, for nothing else tells it of partitions and views. */
const merged = "coalesce(nullif(pg_catalog.current_setting('nextmavens.merged', true), ''), '0')::pg_catalog.int8";
const countMerged = raw(`pg_catalog.set_config('nextmavens.merged', (${merged} + 1)::pg_catalog.text, true) is not null`);
/** Of the rows that were written. */
export const insertedRows = raw(`pg_catalog.count(*) - ${merged}`);
