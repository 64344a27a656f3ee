import { isOfExtension, isOwnSchema } from "./scope.ts";

/** A type by its own name, of arrays by that of their elements, and of composites whether it is one. */
const typeOf = (oid: string) => `
  (
    select pg_catalog.json_build_object(
      'type', pg_catalog.format_type(t.oid, null),
      'baseType', coalesce(e.typname, t.typname),
      'baseTypeSchema', coalesce(en.nspname, tn.nspname),
      'isArray', e.oid is not null)
    from pg_catalog.pg_type t
    join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
    left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A' and e.typarray = t.oid
    left join pg_catalog.pg_namespace en on en.oid = e.typnamespace
    where t.oid = ${oid}
  )`;

export const functionsQuery = `
  select
    n.nspname as schema,
    p.proname as name,
    case p.prokind when 'f' then 'function' when 'p' then 'procedure' when 'a' then 'aggregate' else 'window' end as kind,
    (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
        'name', coalesce(p.proargnames[g.at], ''),
        'mode', case coalesce(p.proargmodes[g.at], 'i') when 'i' then 'in' when 'o' then 'out' when 'b' then 'inout' when 'v' then 'variadic' else 'table' end,
        'type', ${typeOf("g.type")}
      ) order by g.at), '[]')
      from pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[])) with ordinality g (type, at)
    ) as arguments,
    p.pronargdefaults as "defaultsCount",
    case when p.prokind = 'p' then null else ${typeOf("p.prorettype")} end as returns,
    p.proretset as "returnsSet",
    p.prorows::pg_catalog.int8 as "rowsEstimate",
    l.lanname as language,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    p.prosecdef as "isDefiner",
    coalesce(p.proconfig, '{}') as settings,
    pg_catalog.pg_get_function_identity_arguments(p.oid) as signature,
    case when p.prokind <> 'a' then pg_catalog.pg_get_functiondef(p.oid) end as definition,
    pg_catalog.obj_description(p.oid, 'pg_proc') as comment
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where ${isOwnSchema("n")} and $2::pg_catalog.text is null and not ${isOfExtension("pg_proc", "p.oid")}
  order by n.nspname, p.proname, signature`;
