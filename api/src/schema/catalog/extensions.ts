/** What the server has, and what of that is installed here. $1 is not used by it, $2 keeps it out where one table is asked for. */
export const extensionsQuery = `
  select
    a.name,
    e.extversion as "installedVersion",
    a.default_version as "defaultVersion",
    n.nspname as schema,
    a.comment
  from pg_catalog.pg_available_extensions() a
  left join pg_catalog.pg_extension e on e.extname = a.name
  left join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where $1::pg_catalog.text[] is not distinct from $1::pg_catalog.text[] and $2::pg_catalog.text is null
  order by a.name`;
