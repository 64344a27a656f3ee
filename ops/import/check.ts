import type pg from "pg";
import { type Column, columnsOf, kinds, type TableName } from "./source.ts";

/** How a table of the source compares with what it is taken to look like. */
export interface TableCheck {
  readonly table: TableName;
  readonly isThere: boolean;
  /** The column that is read for each assumed one. */
  readonly uses: Readonly<Record<string, string>>;
  /** Assumed, and not there. */
  readonly absent: readonly string[];
  /** There, and of a type that can't be read as what it should be. */
  readonly unreadable: readonly string[];
  /** There, and not read. */
  readonly unknown: readonly string[];
  /** Why nothing of it can be taken. */
  readonly problem: string | undefined;
}

interface Found {
  readonly name: string;
  readonly type: string;
}

/** Compares one table. `renamed` says which column stands for an assumed one, where its name is another yet. */
export async function checkTable(
  client: pg.Client,
  schema: string,
  table: TableName,
  renamed: Readonly<Record<string, string>>,
): Promise<TableCheck> {
  const found = await listColumns(client, schema, table);
  if (found.length === 0) {
    const problem = `there is no table ${schema}.${table}, or ${client.user ?? "this login"} may not read it`;
    return { table, isThere: false, uses: {}, absent: [], unreadable: [], unknown: [], problem };
  }
  return compare(table, found, renamed);
}

const listColumns = async (client: pg.Client, schema: string, table: string): Promise<Found[]> => {
  const { rows } = await client.query<Found>(
    `select a.attname as name, case t.typtype when 'e' then 'enum' else coalesce(b.typname, t.typname) end as type
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm', 'f')
     join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid
     left join pg_type b on b.oid = t.typbasetype
     where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped
       and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
     order by a.attnum`,
    [schema, table],
  );
  return rows;
};

/** Pure: which found column serves which assumed one, and what is wrong. */
export function compare(table: TableName, found: readonly Found[], renamed: Readonly<Record<string, string>>): TableCheck {
  const uses: Record<string, string> = {};
  const absent: string[] = [];
  const unreadable: string[] = [];
  const missing: string[] = [];
  for (const [key, column] of Object.entries(columnsOf(table))) {
    const names = namesOf(table, column, renamed);
    const here = names.map((name) => found.find((each) => each.name === name)).filter((each) => each !== undefined);
    const fit = here.find((each) => isReadable(column, each.type));
    if (fit) uses[key] = fit.name;
    else if (here.length > 0)
      unreadable.push(...here.map((each) => `${each.name} is ${each.type}, not ${kinds[column.kind].types.join(", ")}`));
    else absent.push(names.join(" or "));
    if (!fit && column.isRequired) missing.push(names.join(" or "));
  }
  const read = new Set(Object.values(uses));
  const unknown = found
    .map(({ name }) => name)
    .filter((name) => !read.has(name) && !unreadable.some((each) => each.startsWith(`${name} is `)));
  const problem = missing.length > 0 ? `it needs ${missing.map((each) => `the column ${each}`).join(", ")}${hint(unreadable)}` : undefined;
  return { table, isThere: true, uses, absent, unreadable, unknown, problem };
}

const hint = (unreadable: readonly string[]) => (unreadable.length > 0 ? ` (${unreadable.join("; ")})` : "; name yours by --map");

/** By --map a column may be called by any of its assumed names. */
const namesOf = (table: TableName, { names }: Column, renamed: Readonly<Record<string, string>>): readonly string[] => {
  const given = names.map((name) => renamed[`${table}.${name}`]).find((each) => each !== undefined);
  return given === undefined ? names : [given];
};

const isReadable = ({ kind }: Column, type: string): boolean => (kinds[kind].types as readonly string[]).includes(type);

/** What stands in --map for columns that there are not: a mistyped one must not be overlooked. */
export function strayNames(renamed: Readonly<Record<string, string>>, tables: readonly TableName[]): string[] {
  const known = tables.flatMap((table) => Object.values(columnsOf(table)).flatMap(({ names }) => names.map((name) => `${table}.${name}`)));
  return Object.keys(renamed).filter((each) => !known.includes(each));
}
