import { z } from "zod";
import type { NamedStatement } from "../../platform/db/prepared.ts";

const privileges = ["select", "insert", "update"].map((privilege) => `pg_catalog.has_any_column_privilege(c.oid, '${privilege}')`);
const isUsable = "n.nspname = $1 and pg_catalog.has_schema_privilege(n.oid, 'usage')";

const tables = `
  select coalesce(pg_catalog.json_agg(c.relname), '[]')
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where ${isUsable} and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and (${privileges.join(" or ")} or pg_catalog.has_table_privilege(c.oid, 'delete'))`;

const routines = `
  select coalesce(pg_catalog.json_agg(p.oid::pg_catalog.int8), '[]')
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  where ${isUsable} and pg_catalog.has_function_privilege(p.oid, 'execute')`;

/** Domains stand for what they are made of. */
const types = `
  select coalesce(pg_catalog.json_object_agg(pg_catalog.format_type(t.oid, null), pg_catalog.json_build_object(
    'base', case t.typtype when 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) end,
    'values', (
      select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
      from pg_catalog.pg_enum e where e.enumtypid = case t.typtype when 'd' then t.typbasetype else t.oid end))), '{}')
  from pg_catalog.pg_type t
  where t.typtype in ('d', 'e') and t.oid in (
    select a.atttypid
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and a.attnum > 0 and not a.attisdropped)`;

/** What the role that asks may use in any way, and what the types of its columns are made of. Runs with search_path = pg_catalog. */
export const rightsStatement: NamedStatement = {
  name: "nm_rights",
  text: `select pg_catalog.json_build_object('tables', (${tables}), 'routines', (${routines}), 'types', (${types}))`,
};

export const RightsText = z.object({
  tables: z.array(z.string()),
  routines: z.array(z.number()),
  types: z.record(z.string(), z.object({ base: z.string().nullable(), values: z.array(z.string()).nullable() })),
});
export type Rights = z.infer<typeof RightsText>;
