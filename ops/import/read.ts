import pg from "pg";
import type { TableCheck } from "./check.ts";
import { columnsOf, type Kind, type RowOf, type TableName } from "./source.ts";

const batch = 1_000;

/** All rows of a table, by the names that this importer gives their columns; nothing of one that can't be read. */
export async function readTable<Name extends TableName>(
  client: pg.Client,
  schema: string,
  check: TableCheck,
  table: Name,
): Promise<RowOf<Name>[]> {
  if (check.problem !== undefined) return [];
  const { rows } = await client.query<RowOf<Name>>(`select ${expressionsOf(check)} from ${pathOf(schema, table)}`);
  return rows;
}

/** A row with all that stood in it, whether or not it was foreseen. */
export type WholeRow<Name extends TableName> = RowOf<Name> & { readonly whole: Readonly<Record<string, unknown>> };

/** The rows of a table in batches, for one that may be large. */
export async function* readBatches<Name extends TableName>(
  client: pg.Client,
  schema: string,
  check: TableCheck,
  table: Name,
): AsyncGenerator<WholeRow<Name>[]> {
  if (check.problem !== undefined) return;
  await client.query(
    `declare batches no scroll cursor for select ${expressionsOf(check)}, to_json(whole) as "whole" from ${pathOf(schema, table)} as whole`,
  );
  for (;;) {
    const { rows } = await client.query<WholeRow<Name>>(`fetch ${batch} from batches`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("close batches");
}

/** How many rows there are, and how many of them can be told apart. */
export async function countRows(
  client: pg.Client,
  schema: string,
  check: TableCheck,
): Promise<{ readonly rows: number; readonly ids: number }> {
  if (check.problem !== undefined) return { rows: 0, ids: 0 };
  const id = pg.escapeIdentifier(check.uses["id"] ?? "");
  const { rows } = await client.query<{ rows: number; ids: number }>(
    `select count(*)::float8 as rows, count(distinct nullif(${id}::text, ''))::float8 as ids from ${pathOf(schema, check.table)}`,
  );
  return rows[0] ?? { rows: 0, ids: 0 };
}

const pathOf = (schema: string, table: string) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;

const expressionsOf = ({ table, uses }: TableCheck): string =>
  Object.entries(columnsOf(table))
    .map(([key, { kind }]) => `${expressionOf(kind, uses[key])} as ${pg.escapeIdentifier(key)}`)
    .join(", ");

const expressionOf = (kind: Kind, column: string | undefined): string =>
  column === undefined ? "null" : readers[kind](pg.escapeIdentifier(column));

/** Each kind in a form that needs nothing known of the column's own type. */
const readers: Readonly<Record<Kind, (column: string) => string>> = {
  id: (column) => `${column}::text`,
  text: (column) => `${column}::text`,
  time: (column) => `case when isfinite(${column}) then to_char(${column}::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`,
  yesNo: (column) => column,
  number: (column) => `${column}::float8`,
  list: (column) =>
    `(select array_agg(e.value) from json_array_elements_text(case json_typeof(to_json(${column})) when 'array' then to_json(${column}) end) e)`,
  json: (column) => `to_json(${column})`,
  digest: (column) => `regexp_replace(${column}::text, '^\\\\x', '')`,
};
