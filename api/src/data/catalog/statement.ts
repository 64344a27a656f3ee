import { z } from "zod";
import type { NamedStatement } from "../../platform/db/prepared.ts";
import { harmful, isPlainToRead, isPlainToWrite, strangeOperators } from "./plain.ts";

/** The columns of a constraint, in its order. */
const namesOf = (relation: string, numbers: string) => `(
  select pg_catalog.json_agg(a.attname order by pg_catalog.array_position(${numbers}, a.attnum))
  from pg_catalog.pg_attribute a where a.attrelid = ${relation} and a.attnum = any (${numbers}))`;

/** Functions by which values become others unasked, of types that are a tenant's or an extension's. */
const casts = `
  select x.castsource, x.casttarget, pg_catalog.format('%I.%I', pn.nspname, p.proname) as function
  from pg_catalog.pg_cast x join pg_catalog.pg_proc p on p.oid = x.castfunc join pg_catalog.pg_namespace pn on pn.oid = p.pronamespace
  where x.castcontext = 'i' and (x.castsource >= 16384 or x.casttarget >= 16384)`;

/** The one from this type to that, where it is a domain's. */
const castOf = (from: string, to: string, type = "t") =>
  `(select x.function from casts x where ${type}.typtype = 'd' and x.castsource = ${from} and x.casttarget = ${to})`;

const columns = `(
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'name', a.attname,
    'at', a.attnum,
    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
    'isJson', a.atttypid in ('pg_catalog.json'::pg_catalog.regtype, 'pg_catalog.jsonb'::pg_catalog.regtype),
    'isScalar', t.oid < 16384 and t.typtype = 'b' and t.typcategory in ('B', 'D', 'I', 'N', 'S', 'T')
      or t.oid = 'pg_catalog.uuid'::pg_catalog.regtype,
    'isComposite', t.typtype = 'c',
    'default', case
      when a.attidentity <> '' then 'nextval(' || pg_catalog.quote_literal(pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname)) || ')'
      when a.attgenerated = '' then coalesce(pg_catalog.pg_get_expr(d.adbin, 0), pg_catalog.pg_get_expr(t.typdefaultbin, 0))
      end,
    'isNullable', not (a.attnotnull or t.typtype = 'd' and t.typnotnull),
    'comment', pg_catalog.left(pg_catalog.col_description(c.oid, a.attnum), 5000),
    'shownBy', ${castOf("t.oid", "'pg_catalog.json'::pg_catalog.regtype")},
    'readBy', ${castOf("'pg_catalog.text'::pg_catalog.regtype", "t.oid")},
    'parsedBy', ${castOf("'pg_catalog.json'::pg_catalog.regtype", "t.oid")}
  ) order by a.attnum), '[]')
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;

const uniques = `(
  select coalesce(pg_catalog.json_agg(${namesOf("i.indrelid", "i.indkey::pg_catalog.int2[]")}), '[]')
  from pg_catalog.pg_index i
  where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indexprs is null and i.indnkeyatts = i.indnatts)`;

const foreignKeys = `(
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'name', k.conname,
    'columns', ${namesOf("k.conrelid", "k.conkey")},
    'to', k.confrelid::pg_catalog.int8,
    'toColumns', ${namesOf("k.confrelid", "k.confkey")}
  ) order by k.conname), '[]')
  from pg_catalog.pg_constraint k
  where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0)`;

/** What views of the schema show, wherever it stands: views are embedded by the keys of the tables beneath them. */
const beneath = `
    select v.oid from pg_catalog.pg_class v join pg_catalog.pg_namespace vn on vn.oid = v.relnamespace
    where vn.nspname = $1 and v.relkind in ('v', 'm')
    union
    select d.refobjid
    from beneath b
    join pg_catalog.pg_rewrite w on w.ev_class = b.id
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
      and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid >= 16384`;

/** The relations of a schema, and those that its views show; looks into the asides. */
export const relations = `
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'id', c.oid::pg_catalog.int8,
    'name', c.relname,
    'isExposed', n.nspname = $1,
    'isView', c.relkind in ('v', 'm'),
    'comment', pg_catalog.left(pg_catalog.obj_description(c.oid, 'pg_class'), 5000),
    'isPlainToRead', plain.to_read,
    'isPlainToWrite', plain.to_read and ${isPlainToWrite},
    'may', pg_catalog.json_build_object(
      'insert', (may.events & 8) = 8,
      'update', (may.events & 4) = 4,
      'delete', (may.events & 16) = 16),
    'columns', ${columns},
    'primaryKey', coalesce((
      select ${namesOf("k.conrelid", "k.conkey")} from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '[]'),
    'uniques', ${uniques},
    'foreignKeys', ${foreignKeys},
    'rule', (select w.ev_action::pg_catalog.text from pg_catalog.pg_rewrite w where w.ev_class = c.oid and w.rulename = '_RETURN')
  ) order by c.relname), '[]')
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  cross join lateral (select ${isPlainToRead} as to_read offset 0) plain
  cross join lateral (select pg_catalog.pg_relation_is_updatable(c.oid, true) as events offset 0) may
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and (n.nspname = $1 or c.oid in (select id from beneath))`;

const params = `(
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'name', coalesce(u.name, ''),
    'type', pg_catalog.format_type(u.type, -1),
    'isRequired', u.at <= p.pronargs - p.pronargdefaults,
    'isVariadic', u.mode is not distinct from 'v'
  ) order by u.at), '[]')
  from (
    select type, name, mode, pg_catalog.row_number() over (order by nth) as at
    from unnest(
      coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]), p.proargnames, p.proargmodes::pg_catalog.text[]
    ) with ordinality as given (type, name, mode, nth)
    where mode is null or mode in ('i', 'b', 'v')
  ) u)`;

/** A relation of the schema whose row a type is. */
const rowOf = (type: string) => `(
  select c.relname from pg_catalog.pg_class c where c.oid = ${type}.typrelid and c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f'))`;

const routines = `
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'id', p.oid::pg_catalog.int8,
    'schema', n.nspname,
    'name', p.proname,
    'params', ${params},
    'of', (select ${rowOf("t")} from pg_catalog.pg_type t where p.pronargs = 1 and t.oid = p.proargtypes[0]),
    'isVolatile', p.provolatile = 'v',
    'comment', pg_catalog.left(pg_catalog.obj_description(p.oid, 'pg_proc'), 5000),
    'isOne', not p.proretset or p.prorows = 1,
    'returns', pg_catalog.json_build_object(
      'type', pg_catalog.format_type(r.oid, null),
      'isJson', r.oid in ('pg_catalog.json'::pg_catalog.regtype, 'pg_catalog.jsonb'::pg_catalog.regtype),
      'shownBy', ${castOf("r.oid", "'pg_catalog.json'::pg_catalog.regtype", "r")},
      'isSet', p.proretset,
      'isVoid', r.oid = 'pg_catalog.void'::pg_catalog.regtype,
      'isComposite', r.typtype = 'c' or b.typtype is not distinct from 'c' or coalesce(p.proargmodes::pg_catalog.text[] && '{t,b,o}', false),
      'table', coalesce(${rowOf("r")}, ${rowOf("b")}),
      'media', case when r.typtype = 'd' and r.typname ~ '^(\\w[^/ ]*|\\*)/(\\w[^ ]*|\\*)$' then r.typname end)
  ) order by p.proname, p.oid), '[]')
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_type r on r.oid = p.prorettype
  left join pg_catalog.pg_type b on b.oid = r.typbasetype
  where n.nspname = $1 and p.prokind = 'f' and r.typtype <> 'p'
    or n.nspname = $1 and p.prokind = 'f' and r.oid in ('pg_catalog.void'::pg_catalog.regtype, 'pg_catalog.record'::pg_catalog.regtype)`;

const mediaHandlers = `
  select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'media', r.typname,
    'schema', n.nspname,
    'name', p.proname,
    'table', ${rowOf("t")})), '[]')
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_type r on r.oid = p.prorettype
  join pg_catalog.pg_type t on t.oid = p.proargtypes[0]
  where n.nspname = $1 and p.prokind = 'a' and p.pronargs = 1 and r.typtype = 'd' and r.typname ~ '^(\\w[^/ ]*|\\*)/(\\w[^ ]*|\\*)$'
    and (t.oid = 'pg_catalog.anyelement'::pg_catalog.regtype or t.typtype = 'c')`;

/** What the questions about relations and functions look into, each asked once for all of them. */
export const asides = `
    with recursive beneath (id) as (${beneath}),
    casts as materialized (${casts}),
    harmful as materialized (${harmful}),
    strange_operators as materialized (${strangeOperators})`;

/** All that is read of an exposed schema, in one JSON text. Runs with search_path = pg_catalog. */
export const catalogStatement: NamedStatement = {
  name: "nm_catalog",
  isSeldom: true,
  text: `${asides}
    select pg_catalog.json_build_object(
      'relations', (${relations}),
      'routines', (${routines}),
      'mediaHandlers', (${mediaHandlers}),
      'isThere', exists (select from pg_catalog.pg_namespace n where n.nspname = $1),
      'comment', (select pg_catalog.left(pg_catalog.obj_description(n.oid, 'pg_namespace'), 5000) from pg_catalog.pg_namespace n where n.nspname = $1))`,
};

/** The system catalogs that the statement above reads. */
const readCatalogs =
  "pg_attrdef pg_attribute pg_cast pg_class pg_constraint pg_depend pg_description pg_index pg_inherits pg_namespace pg_operator pg_policy pg_proc pg_rewrite pg_trigger pg_type";

/** How often they were changed, as PostgreSQL counts it with up to ten seconds' delay: the same while a schema is what it was. */
export const markStatement: NamedStatement = {
  name: "nm_catalog_mark",
  text: `
    select sum(
      pg_catalog.pg_stat_get_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_tuples_updated(c.oid) + pg_catalog.pg_stat_get_tuples_deleted(c.oid)
    )::pg_catalog.text
    from pg_catalog.pg_class c
    where c.oid = any (array[${readCatalogs
      .split(" ")
      .map((each) => `'pg_catalog.${each}'`)
      .join(", ")}]::pg_catalog.regclass[])`,
};

const names = z.array(z.string());
const text = z.string().nullable();
const Column = z.object({
  name: z.string(),
  at: z.number(),
  type: z.string(),
  isJson: z.boolean(),
  isScalar: z.boolean(),
  isComposite: z.boolean(),
  default: text,
  isNullable: z.boolean(),
  comment: text,
  shownBy: text,
  readBy: text,
  parsedBy: text,
});
export const Relation = z.object({
  id: z.number(),
  name: z.string(),
  isExposed: z.boolean(),
  isView: z.boolean(),
  comment: text,
  isPlainToRead: z.boolean(),
  isPlainToWrite: z.boolean(),
  may: z.object({ insert: z.boolean(), update: z.boolean(), delete: z.boolean() }),
  columns: z.array(Column),
  primaryKey: names,
  uniques: z.array(names),
  foreignKeys: z.array(z.object({ name: z.string(), columns: names, to: z.number(), toColumns: names })),
  rule: text,
});
export type ReadRelation = z.infer<typeof Relation>;
const Routine = z.object({
  id: z.number(),
  schema: z.string(),
  name: z.string(),
  params: z.array(z.object({ name: z.string(), type: z.string(), isRequired: z.boolean(), isVariadic: z.boolean() })),
  of: text,
  isVolatile: z.boolean(),
  comment: text,
  isOne: z.boolean(),
  returns: z.object({
    type: z.string(),
    isJson: z.boolean(),
    shownBy: text,
    isSet: z.boolean(),
    isVoid: z.boolean(),
    isComposite: z.boolean(),
    table: text,
    media: text,
  }),
});
export type ReadRoutine = z.infer<typeof Routine>;

export const CatalogText = z.object({
  relations: z.array(Relation),
  routines: z.array(Routine),
  mediaHandlers: z.array(z.object({ media: z.string(), schema: z.string(), name: z.string(), table: text })),
  isThere: z.boolean(),
  comment: text,
});
