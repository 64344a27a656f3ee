import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import { name } from "../platform/db/sql.ts";
import { refuse } from "./contract.ts";

/** What values of a column look like in JSON: as they are, a list of those, or PostgreSQL's text of what JSON has no word for. */
export type Form = "plain" | "list" | "json" | "json list" | "text";

export interface TableColumn {
  readonly name: string;
  readonly form: Form;
  /** Its value follows from others, so none can be given. */
  readonly isGenerated: boolean;
}

export interface Table {
  /** Quoted and qualified. */
  readonly place: string;
  readonly columns: readonly TableColumn[];
}

/** Domains are what they are over. Of a tenant's own types only PostgreSQL's text is sure to come back as it was. */
const lookUp = `
  with recursive found as (
    select a.attnum, a.attname, a.attgenerated <> '' as is_generated, a.atttypid as type
    from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'm', 'f')
  ), based as (
    select attnum, type from found
    union all
    select b.attnum, t.typbasetype from based b join pg_catalog.pg_type t on t.oid = b.type where t.typtype = 'd'
  )
  select f.attname, f.is_generated,
    case
      when t.oid in (114, 3802) then 'json'
      when e.oid in (114, 3802) then 'json list'
      when e.oid is not null and ((e.oid < 16384 and e.typtype in ('b', 'r', 'm')) or e.typtype = 'e') then 'list'
      when e.oid is null and ((t.oid < 16384 and t.typtype in ('b', 'r', 'm')) or t.typtype = 'e') then 'plain'
      else 'text'
    end
  from found f
    join based b using (attnum)
    join pg_catalog.pg_type t on t.oid = b.type and t.typtype <> 'd'
    left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
  order by f.attnum`;

/** The table as this session finds it. */
export async function findTable(session: Session, schema: string, table: string): Promise<Table> {
  const { rows } = await session.exchange(new Portal(lookUp, [schema, table], 0));
  if (rows.length === 0) throw refuse("table_not_found", { details: { schema, table } });
  const columns = rows.map(([column, isGenerated, form]) => ({
    name: column ?? "",
    isGenerated: isGenerated === "t",
    form: (form ?? "text") as Form,
  }));
  return { place: name(schema, table).text, columns };
}

/** The table's columns of these names, in their order. */
export function pick(table: Table, names: readonly string[], details: Readonly<Record<string, unknown>> = {}): readonly TableColumn[] {
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const seen = new Set<string>();
  return names.map((wanted) => {
    const column = known.get(wanted);
    if (!column) throw refuse("unknown_column", { details: { ...details, column: wanted, columns: [...known.keys()] } });
    if (seen.has(wanted)) throw refuse("column_named_twice", { details: { ...details, column: wanted } });
    seen.add(wanted);
    return column;
  });
}

/** Their quoted names with commas between. */
export const listed = (columns: readonly TableColumn[]) => columns.map((column) => name(column.name).text).join(", ");
