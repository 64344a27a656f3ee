import { isOfExtension, isOwnSchema } from "../catalog/scope.ts";

export type Level = "error" | "warning" | "info";

/** Something that could be better, as a rule's query finds it. */
export interface Found {
  readonly schema: string;
  readonly kind: "schema" | "table" | "view" | "index" | "constraint" | "function" | "policy" | "sequence";
  readonly name: string;
  /** What it belongs to. */
  readonly table?: string | null;
  /** SQL that mends it; null where only a person can decide how. */
  readonly fix: string | null;
}

/** What is looked for, why it matters, and how it is found. Queries run with search_path = pg_catalog; $1 is as for catalogs. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly why: string;
  readonly query: string;
  /** Of schemas that are not exposed it says nothing: nobody reaches them over REST. */
  readonly isOfExposed?: true;
  /** Judges what the query gives, where SQL alone can't. */
  readonly judge?: (row: never) => Found | undefined;
}

/** Tables of the tenant's own, as `c` in `n`. */
export const ownTables = `
  pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p') and c.relpersistence <> 't'
    and ${isOwnSchema("n")} and not ${isOfExtension("pg_class", "c.oid")}`;

/** Whether a publishable key or an end user may do anything with a relation. */
export const isReachable = (relation: string, schema: string) => `
  exists (
    select from pg_catalog.unnest('{anon,authenticated}'::pg_catalog.name[]) r (role)
    where pg_catalog.has_schema_privilege(r.role, ${schema}, 'usage') and (
      pg_catalog.has_table_privilege(r.role, ${relation}, 'delete')
      or pg_catalog.has_any_column_privilege(r.role, ${relation}, 'select, insert, update')))`;

/** A relation's name as it stands in SQL. */
export const qualified = (schema: string, relation: string) => `pg_catalog.format('%I.%I', ${schema}.nspname, ${relation}.relname)`;
