import { z } from "zod";
import type { NamedStatement } from "../platform/db/trip.ts";

/** Functions of PostgreSQL's own that neither run code of a tenant's nor read or write settings. */
const harmless =
  "(p.oid < 16384 and (p.provolatile = 'i' or p.proname in ('now', 'nextval', 'clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'gen_random_uuid', 'random')))";

/** Whether a stored expression, as the parser left it, calls nothing else and asks no further query. */
const isHarmless = (expression: string) => `
  (${expression} is null or (
    ${expression}::pg_catalog.text !~ '\\{SUBLINK' and not exists (
      select from pg_catalog.regexp_matches(${expression}::pg_catalog.text, ':(?:op)?funcid ([0-9]+)', 'g') as called (id)
      join pg_catalog.pg_proc p on p.oid = called.id[1]::pg_catalog.oid
      where not ${harmless})))`;

/** A table that is read without any code of the tenant's: no view, no type or operator of its own, no policy that asks for more than the row. */
const isPlainToRead = `(
  c.relkind in ('r', 'p')
  and not exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.atttypid >= 16384)
  and not exists (
    select from pg_catalog.pg_policy y where y.polrelid = c.oid and not (${isHarmless("y.polqual")} and ${isHarmless("y.polwithcheck")}))
  and not exists (
    select from pg_catalog.pg_operator o where o.oid >= 16384 and not exists (
      select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid and d.deptype = 'e')))`;

/** And that is written so: no trigger, rule, default, check or index that runs such code, and nobody who refers to it. */
const isPlainToWrite = `(
  c.relkind = 'r' and not c.relhasrules and not c.relhassubclass
  and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
  and not exists (select from pg_catalog.pg_constraint k where k.confrelid = c.oid)
  and not exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and not ${isHarmless("k.conbin")})
  and not exists (select from pg_catalog.pg_attrdef f where f.adrelid = c.oid and not ${isHarmless("f.adbin")})
  and not exists (
    select from pg_catalog.pg_index i where i.indrelid = c.oid and not (${isHarmless("i.indexprs")} and ${isHarmless("i.indpred")})))`;

/** What is read of an exposed schema: relations, their columns and keys, in one JSON text. Runs with search_path = pg_catalog. */
export const catalogStatement: NamedStatement = {
  name: "nm_catalog",
  text: `
    select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', c.relname,
      'isPlainToRead', ${isPlainToRead},
      'isPlainToWrite', ${isPlainToRead} and ${isPlainToWrite},
      'columns', (
        select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
          'name', a.attname,
          'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
          'isJson', a.atttypid in ('pg_catalog.json'::pg_catalog.regtype, 'pg_catalog.jsonb'::pg_catalog.regtype),
          'isScalar', t.oid < 16384 and t.typtype = 'b' and t.typcategory in ('B', 'D', 'I', 'N', 'S', 'T')
            or t.oid = 'pg_catalog.uuid'::pg_catalog.regtype
        ) order by a.attnum), '[]')
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ),
      'primaryKey', (
        select coalesce(pg_catalog.json_agg(a.attname order by pg_catalog.array_position(k.conkey, a.attnum)), '[]')
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.conrelid = c.oid and k.contype = 'p'
      ),
      'foreignKeys', (
        select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
          'name', k.conname,
          'columns', (
            select pg_catalog.json_agg(a.attname order by pg_catalog.array_position(k.conkey, a.attnum))
            from pg_catalog.pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
          ),
          'to', o.relname,
          'toColumns', (
            select pg_catalog.json_agg(a.attname order by pg_catalog.array_position(k.confkey, a.attnum))
            from pg_catalog.pg_attribute a where a.attrelid = k.confrelid and a.attnum = any (k.confkey)
          )
        ) order by k.conname), '[]')
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class o on o.oid = k.confrelid and o.relnamespace = c.relnamespace
        where k.conrelid = c.oid and k.contype = 'f'
      )
    ) order by c.relname), '[]')
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
};

export const CatalogText = z.array(
  z.object({
    name: z.string(),
    isPlainToRead: z.boolean(),
    isPlainToWrite: z.boolean(),
    columns: z.array(z.object({ name: z.string(), type: z.string(), isJson: z.boolean(), isScalar: z.boolean() })),
    primaryKey: z.array(z.string()),
    foreignKeys: z.array(z.object({ name: z.string(), columns: z.array(z.string()), to: z.string(), toColumns: z.array(z.string()) })),
  }),
);
