/** Texts that catalog queries share. All run with search_path = pg_catalog; $1 is a list of schemas or null for all, $2 a relation's name or null for all. */

/** Schemas that are the tenant's to shape: not PostgreSQL's, not the platform's, not that of extensions. */
export const isOwnSchema = (schema: string) => `
  ${schema}.nspname !~ '^pg_'
  and ${schema}.nspname not in ('information_schema', 'extensions', 'nextmavens', 'nextmavens_migrations')
  and pg_catalog.has_schema_privilege(${schema}.oid, 'usage')
  and ($1::pg_catalog.text[] is null or ${schema}.nspname = any ($1::pg_catalog.text[]))`;

/** What an extension brought is the extension's. */
export const isOfExtension = (catalog: string, oid: string) => `
  exists (
    select from pg_catalog.pg_depend e
    where e.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and e.objid = ${oid} and e.deptype = 'e')`;

/** The relation that is asked for, or all. */
export const isAsked = (relation: string) => `($2::pg_catalog.text is null or ${relation}.relname = $2::pg_catalog.text)`;

/** The names of columns of a relation by their numbers, in that order. */
export const columnNames = (relation: string, numbers: string) => `
  (
    select coalesce(pg_catalog.json_agg(a.attname order by k.at), '[]')
    from pg_catalog.unnest(${numbers}) with ordinality k (number, at)
    join pg_catalog.pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number
  )`;
