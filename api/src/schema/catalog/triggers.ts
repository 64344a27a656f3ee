import { isAsked, isOwnSchema } from "./scope.ts";

export const triggersQuery = `
  select
    n.nspname as schema,
    c.relname as relation,
    t.tgname as name,
    t.tgenabled <> 'D' as "isEnabled",
    pg_catalog.json_build_object('schema', fn.nspname, 'name', f.proname) as function,
    pg_catalog.pg_get_triggerdef(t.oid) as definition
  from pg_catalog.pg_trigger t
  join pg_catalog.pg_class c on c.oid = t.tgrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_proc f on f.oid = t.tgfoid
  join pg_catalog.pg_namespace fn on fn.oid = f.pronamespace
  where not t.tgisinternal and c.relpersistence <> 't' and ${isOwnSchema("n")} and ${isAsked("c")}
  order by n.nspname, c.relname, t.tgname`;
