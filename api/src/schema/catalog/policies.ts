import { isAsked, isOwnSchema } from "./scope.ts";

export const policiesQuery = `
  select
    n.nspname as schema,
    c.relname as relation,
    p.polname as name,
    case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end as command,
    p.polpermissive as "isPermissive",
    (
      select pg_catalog.json_agg(case when r.id = 0 then 'public' else pg_catalog.pg_get_userbyid(r.id) end order by r.id)
      from pg_catalog.unnest(p.polroles) r (id)
    ) as roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
  from pg_catalog.pg_policy p
  join pg_catalog.pg_class c on c.oid = p.polrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where ${isOwnSchema("n")} and ${isAsked("c")}
  order by n.nspname, c.relname, p.polname`;
