import { columnNames, isAsked, isOwnSchema } from "./scope.ts";

export const constraintsQuery = `
  select
    n.nspname as schema,
    c.relname as relation,
    k.conname as name,
    case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'c' then 'check' when 'f' then 'foreign key' when 'x' then 'exclude' end as kind,
    ${columnNames("c.oid", "k.conkey")} as columns,
    k.convalidated as "isValidated",
    k.condeferrable as "isDeferrable",
    pg_catalog.pg_get_constraintdef(k.oid) as definition
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class c on c.oid = k.conrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('p', 'u', 'c', 'f', 'x') and c.relpersistence <> 't' and ${isOwnSchema("n")} and ${isAsked("c")}
  order by n.nspname, c.relname, k.conname`;

/** What refers to what: foreign keys from, or to, the relation that is asked for. */
export const relationsQuery = `
  select
    k.conname as name,
    pg_catalog.json_build_object('schema', n.nspname, 'table', c.relname, 'columns', ${columnNames("c.oid", "k.conkey")}) as "from",
    pg_catalog.json_build_object('schema', rn.nspname, 'table', r.relname, 'columns', ${columnNames("r.oid", "k.confkey")}) as "to",
    exists (
      select from pg_catalog.pg_index i
      where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indnkeyatts = pg_catalog.cardinality(k.conkey)
        and (i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1] <@ k.conkey
    ) as "isOneToOne",
    case k.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end as "onDelete",
    case k.confupdtype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end as "onUpdate"
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class c on c.oid = k.conrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_class r on r.oid = k.confrelid
  join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and (${isOwnSchema("n")} or ${isOwnSchema("rn")}) and (${isAsked("c")} or ${isAsked("r")})
  order by n.nspname, c.relname, k.conname`;
