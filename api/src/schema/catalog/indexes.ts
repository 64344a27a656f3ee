import { isAsked, isOwnSchema } from "./scope.ts";

export const indexesQuery = `
  select
    n.nspname as schema,
    c.relname as relation,
    x.relname as name,
    m.amname as method,
    (
      select pg_catalog.json_agg(pg_catalog.pg_get_indexdef(x.oid, k, true) order by k)
      from pg_catalog.generate_series(1, i.indnkeyatts::pg_catalog.int4) k
    ) as columns,
    i.indisunique as "isUnique",
    i.indisprimary as "isPrimary",
    i.indisvalid as "isValid",
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
    pg_catalog.pg_get_indexdef(x.oid) as definition,
    pg_catalog.pg_relation_size(x.oid) as bytes,
    pg_catalog.pg_stat_get_numscans(x.oid) as scans
  from pg_catalog.pg_index i
  join pg_catalog.pg_class x on x.oid = i.indexrelid
  join pg_catalog.pg_am m on m.oid = x.relam
  join pg_catalog.pg_class c on c.oid = i.indrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relpersistence <> 't' and c.relkind in ('r', 'p', 'm') and ${isOwnSchema("n")} and ${isAsked("c")}
  order by n.nspname, c.relname, x.relname`;
