import { isAsked, isOfExtension, isOwnSchema } from "./scope.ts";

/** What each of the shared roles may do with a relation. */
const grants = `
  (
    select pg_catalog.json_object_agg(r.role, (
      select coalesce(pg_catalog.json_agg(p.privilege), '[]')
      from pg_catalog.unnest('{select,insert,update,delete}'::pg_catalog.text[]) p (privilege)
      where pg_catalog.has_schema_privilege(r.role, n.oid, 'usage') and pg_catalog.has_table_privilege(r.role, c.oid, p.privilege)
    ))
    from pg_catalog.unnest('{anon,authenticated,service_role}'::pg_catalog.name[]) r (role)
  )`;

export const tablesQuery = `
  select
    n.nspname as schema,
    c.relname as name,
    case c.relkind when 'r' then 'table' when 'p' then 'partitioned' when 'f' then 'foreign' end as kind,
    c.relispartition as "isPartition",
    pg_catalog.obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as "hasRls",
    c.relforcerowsecurity as "forcesRls",
    ${grants} as grants,
    case when c.reltuples < 0 then null else c.reltuples::pg_catalog.int8 end as "rowsEstimate",
    pg_catalog.pg_table_size(c.oid) as "tableBytes",
    pg_catalog.pg_indexes_size(c.oid) as "indexesBytes"
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
    and ${isOwnSchema("n")} and ${isAsked("c")} and not ${isOfExtension("pg_class", "c.oid")}
  order by n.nspname, c.relname`;

export const viewsQuery = `
  select
    n.nspname as schema,
    c.relname as name,
    case c.relkind when 'v' then 'view' else 'materialized' end as kind,
    pg_catalog.obj_description(c.oid, 'pg_class') as comment,
    coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1,security_invoker=yes}', false) as "isInvoker",
    (pg_catalog.pg_relation_is_updatable(c.oid, false) & 8) = 8 as "isInsertable",
    (pg_catalog.pg_relation_is_updatable(c.oid, false) & 4) = 4 as "isUpdatable",
    pg_catalog.pg_get_viewdef(c.oid) as definition,
    ${grants} as grants
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm') and c.relpersistence <> 't'
    and ${isOwnSchema("n")} and ${isAsked("c")} and not ${isOfExtension("pg_class", "c.oid")}
  order by n.nspname, c.relname`;
