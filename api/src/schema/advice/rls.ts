import { isOfExtension, isOwnSchema } from "../catalog/scope.ts";
import { isReachable, ownTables, qualified, type Rule } from "./rule.ts";

const enableRls = `pg_catalog.format('alter table %s enable row level security', ${qualified("n", "c")})`;
const hasPolicies = "exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid)";
const revoke = `pg_catalog.format('revoke all on table %s from anon, authenticated', ${qualified("n", "c")})`;

export const rlsRules: readonly Rule[] = [
  {
    id: "table_without_rls",
    level: "error",
    why: "Publishable keys or end users may use this table, and row-level security is off: each sees and may change every row as far as its rights go.",
    isOfExposed: true,
    query: `
      select n.nspname as schema, 'table' as kind, c.relname as name, ${enableRls} as fix
      from ${ownTables}
      where not c.relrowsecurity and not ${hasPolicies} and ${isReachable("c.oid", "n.oid")}`,
  },
  {
    id: "policies_without_rls",
    level: "error",
    why: "The table has policies, but row-level security is off, so they do nothing.",
    query: `
      select n.nspname as schema, 'table' as kind, c.relname as name, ${enableRls} as fix
      from ${ownTables}
      where not c.relrowsecurity and ${hasPolicies}`,
  },
  {
    id: "rls_without_policies",
    level: "info",
    why: "Publishable keys or end users have rights on this table, but no policy lets a row through. Create one, or take the rights away.",
    isOfExposed: true,
    query: `
      select n.nspname as schema, 'table' as kind, c.relname as name, ${revoke} as fix
      from ${ownTables}
      where c.relrowsecurity and not ${hasPolicies} and ${isReachable("c.oid", "n.oid")}`,
  },
  {
    id: "view_past_rls",
    level: "error",
    why: "Publishable keys or end users may use this view, which reads with its owner's rights: past the row-level security of the tables in it.",
    isOfExposed: true,
    query: `
      select n.nspname as schema, 'view' as kind, c.relname as name,
        pg_catalog.format('alter view %s set (security_invoker = true)', ${qualified("n", "c")}) as fix
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and c.relpersistence <> 't' and ${isOwnSchema("n")} and not ${isOfExtension("pg_class", "c.oid")}
        and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1,security_invoker=yes}', false)
        and ${isReachable("c.oid", "n.oid")}
        and exists (
          select from pg_catalog.pg_rewrite w
          join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
          join pg_catalog.pg_class t on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and t.oid = d.refobjid
          where w.ev_class = c.oid and t.relrowsecurity)`,
  },
  {
    id: "materialized_view_reachable",
    level: "warning",
    why: "Publishable keys or end users may read this materialized view, and row-level security can't guard one.",
    isOfExposed: true,
    query: `
      select n.nspname as schema, 'view' as kind, c.relname as name, ${revoke} as fix
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'm' and ${isOwnSchema("n")} and not ${isOfExtension("pg_class", "c.oid")} and ${isReachable("c.oid", "n.oid")}`,
  },
];
