import { isOfExtension, isOwnSchema } from "./scope.ts";

export const enumsQuery = `
  select
    n.nspname as schema,
    t.typname as name,
    (select coalesce(pg_catalog.json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_catalog.pg_enum e where e.enumtypid = t.oid) as values,
    pg_catalog.obj_description(t.oid, 'pg_type') as comment
  from pg_catalog.pg_type t
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and ${isOwnSchema("n")} and $2::pg_catalog.text is null and not ${isOfExtension("pg_type", "t.oid")}
  order by n.nspname, t.typname`;

export const domainsQuery = `
  select
    n.nspname as schema,
    t.typname as name,
    pg_catalog.format_type(t.typbasetype, t.typtypmod) as type,
    coalesce(e.typname, b.typname) as "baseType",
    coalesce(en.nspname, bn.nspname) as "baseTypeSchema",
    e.oid is not null as "isArray",
    not t.typnotnull as "isNullable",
    t.typdefault as "default",
    (
      select coalesce(pg_catalog.json_agg(pg_catalog.pg_get_constraintdef(k.oid) order by k.conname), '[]')
      from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'
    ) as checks
  from pg_catalog.pg_type t
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  join pg_catalog.pg_type b on b.oid = t.typbasetype
  join pg_catalog.pg_namespace bn on bn.oid = b.typnamespace
  left join pg_catalog.pg_type e on e.oid = b.typelem and b.typcategory = 'A' and e.typarray = b.oid
  left join pg_catalog.pg_namespace en on en.oid = e.typnamespace
  where t.typtype = 'd' and ${isOwnSchema("n")} and $2::pg_catalog.text is null and not ${isOfExtension("pg_type", "t.oid")}
  order by n.nspname, t.typname`;

export const compositesQuery = `
  select
    n.nspname as schema,
    t.typname as name,
    (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
        'name', a.attname,
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'baseType', coalesce(e.typname, b.typname),
        'baseTypeSchema', coalesce(en.nspname, bn.nspname),
        'isArray', e.oid is not null
      ) order by a.attnum), '[]')
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_type b on b.oid = a.atttypid
      join pg_catalog.pg_namespace bn on bn.oid = b.typnamespace
      left join pg_catalog.pg_type e on e.oid = b.typelem and b.typcategory = 'A' and e.typarray = b.oid
      left join pg_catalog.pg_namespace en on en.oid = e.typnamespace
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) as attributes
  from pg_catalog.pg_type t
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  join pg_catalog.pg_class c on c.oid = t.typrelid and c.relkind = 'c'
  where t.typtype = 'c' and ${isOwnSchema("n")} and $2::pg_catalog.text is null and not ${isOfExtension("pg_type", "t.oid")}
  order by n.nspname, t.typname`;

export const sequencesQuery = `
  select
    n.nspname as schema,
    c.relname as name,
    pg_catalog.format_type(s.seqtypid, null) as type,
    s.seqmax::pg_catalog.text as "maximum",
    case when pg_catalog.has_sequence_privilege(c.oid, 'usage, select') then pg_catalog.pg_sequence_last_value(c.oid)::pg_catalog.text end as "lastValue",
    (
      select pg_catalog.json_build_object('schema', tn.nspname, 'table', t.relname, 'column', a.attname)
      from pg_catalog.pg_depend d
      join pg_catalog.pg_class t on t.oid = d.refobjid
      join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype in ('a', 'i')
      limit 1
    ) as "ownedBy"
  from pg_catalog.pg_sequence s
  join pg_catalog.pg_class c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relpersistence <> 't' and ${isOwnSchema("n")} and $2::pg_catalog.text is null and not ${isOfExtension("pg_class", "c.oid")}
  order by n.nspname, c.relname`;
