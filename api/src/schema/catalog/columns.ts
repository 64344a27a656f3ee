import { isAsked, isOfExtension, isOwnSchema } from "./scope.ts";

/**
 * Of tables and of views. `baseType` is the type's own name, of arrays that of their elements, for those who translate it.
 * A default names no column: told of the relation all the same, PostgreSQL would make each of its columns' names unique for each default.
 */
export const columnsQuery = `
  select
    n.nspname as schema,
    c.relname as relation,
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    coalesce(e.typname, t.typname) as "baseType",
    coalesce(en.nspname, tn.nspname) as "baseTypeSchema",
    e.oid is not null as "isArray",
    not (a.attnotnull or (t.typtype = 'd' and t.typnotnull)) as "isNullable",
    case when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, 0) end as "default",
    case when a.attgenerated <> '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end as "generatedAs",
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    pg_catalog.col_description(c.oid, a.attnum) as comment
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A' and e.typarray = t.oid
  left join pg_catalog.pg_namespace en on en.oid = e.typnamespace
  left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p', 'f', 'v', 'm') and c.relpersistence <> 't'
    and ${isOwnSchema("n")} and ${isAsked("c")} and not ${isOfExtension("pg_class", "c.oid")}
  order by n.nspname, c.relname, a.attnum`;
