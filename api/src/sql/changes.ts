import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";

export interface Changes {
  readonly rowsWritten: number;
  /** Inserted or updated. */
  readonly rowsGrown: number;
  /** Tables, columns, types, policies or triggers are not what they were. */
  readonly hasNewSchema: boolean;
}

/** What this transaction has counted so far of rows written, by whatever wrote them: the tenant's tables, and PostgreSQL's own of tables, columns, types, policies, and whatever else decides how a request is run. */
const changes = `
  select
    coalesce(pg_catalog.sum(grown + deleted) filter (where not is_catalog), 0),
    coalesce(pg_catalog.sum(grown + deleted) filter (where is_catalog), 0),
    coalesce(pg_catalog.sum(grown) filter (where not is_catalog), 0)
  from (
    select
      c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace as is_catalog,
      pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) as grown,
      pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as deleted
    from pg_catalog.pg_class c
    where c.relkind in ('r', 'm') and c.relpersistence <> 't' and (
      c.relnamespace not in ('pg_catalog'::pg_catalog.regnamespace, 'information_schema'::pg_catalog.regnamespace)
      or c.relname in (
        'pg_class', 'pg_attribute', 'pg_attrdef', 'pg_type', 'pg_enum', 'pg_constraint', 'pg_namespace', 'pg_proc', 'pg_operator', 'pg_cast',
        'pg_policy', 'pg_trigger', 'pg_rewrite', 'pg_index', 'pg_description')
    )
  ) counted`;

/** Tells them; nothing of the tenant's may run in the transaction afterwards. */
export async function countChanges(session: Session): Promise<Changes> {
  // Operators of the tenant's own must not count for us.
  await session.command("set local search_path = pg_catalog");
  const { rows } = await session.exchange(new Portal(changes, [], 0));
  const [rowsWritten, changedCatalog, rowsGrown] = rows[0] ?? [];
  return { rowsWritten: Number(rowsWritten ?? 0), hasNewSchema: Number(changedCatalog ?? 0) > 0, rowsGrown: Number(rowsGrown ?? 0) };
}
