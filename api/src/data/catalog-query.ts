import { z } from "zod";
import type { NamedStatement } from "../platform/db/trip.ts";

/** What is read of an exposed schema: relations, their columns and keys, in one JSON text. Runs with search_path = pg_catalog. */
export const catalogStatement: NamedStatement = {
  name: "nm_catalog",
  text: `
    select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', c.relname,
      'columns', (
        select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
          'name', a.attname,
          'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
          'isJson', a.atttypid in ('pg_catalog.json'::pg_catalog.regtype, 'pg_catalog.jsonb'::pg_catalog.regtype)
        ) order by a.attnum), '[]')
        from pg_catalog.pg_attribute a
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
    columns: z.array(z.object({ name: z.string(), type: z.string(), isJson: z.boolean() })),
    primaryKey: z.array(z.string()),
    foreignKeys: z.array(z.object({ name: z.string(), columns: z.array(z.string()), to: z.string(), toColumns: z.array(z.string()) })),
  }),
);
