import { isOwnSchema } from "./scope.ts";

export const schemasQuery = `
  select
    n.nspname as name,
    pg_catalog.obj_description(n.oid, 'pg_namespace') as comment
  from pg_catalog.pg_namespace n
  where ${isOwnSchema("n")} and $2::pg_catalog.text is null
  order by n.nspname`;
