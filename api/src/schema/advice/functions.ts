import { isOfExtension, isOwnSchema } from "../catalog/scope.ts";
import type { Rule } from "./rule.ts";

export const functionRules: readonly Rule[] = [
  {
    id: "definer_without_search_path",
    level: "error",
    why: "The function runs with its owner's rights, and looks names up where its caller says: a caller can slip it other tables and functions.",
    query: `
      select n.nspname as schema, 'function' as kind, p.proname as name,
        pg_catalog.format('alter routine %I.%I(%s) set search_path = pg_catalog, %I, extensions, pg_temp',
          n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid), n.nspname) as fix
      from pg_catalog.pg_proc p
      join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and p.prokind in ('f', 'p') and ${isOwnSchema("n")} and not ${isOfExtension("pg_proc", "p.oid")}
        and not exists (select from pg_catalog.unnest(p.proconfig) s (setting) where s.setting like 'search\\_path=%')`,
  },
];
