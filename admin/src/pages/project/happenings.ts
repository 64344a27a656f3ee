import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Happening } from "../../sight.ts";

/** What is told of at most; the audit log has the rest. */
const mostTold = 80;

/** Steps of what another entry tells of already. */
const saidOtherwise = ["activateProject"];

const Entry = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  actor: z.string(),
  target: z.string(),
  reason: z.string().nullable(),
  name: z.string().nullable(),
  metric: z.string().nullable(),
  limit: z.number().nullable(),
});
const Row = z.object({
  target: z.string(),
  action: z.string(),
  at: z.string(),
  actor: z.string().nullable(),
  reason: z.string().nullable(),
  name: z.string().nullable(),
  metric: z.string().nullable(),
  limit: z.number().nullable(),
});

/**
 * What happened to a project, newest first, and what is bound to happen: as the audit log tells it, and beside that what stands in
 * the rows of sanctions, limits and keys alone, such as ends that are still to come.
 */
export async function happeningsOf(db: Db, projectId: string, now: string): Promise<Happening[]> {
  const entries = await db.many(
    Entry,
    sql`
    select id, at, action, actor_id as actor, target, reason,
      coalesce(after, before) ->> 'name' as name, coalesce(after, before) ->> 'metric' as metric,
      case when jsonb_typeof(coalesce(after, before) -> 'limit') = 'number' then (coalesce(after, before) ->> 'limit')::numeric::bigint end as limit
    from audit_logs
    where project_id = ${projectId} and action <> all(${saidOtherwise})
    order by id desc
    limit ${mostTold}`,
  );
  const rows = await rowsOf(db, projectId);
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  const newest = new Map(entries.toReversed().map((entry) => [keyOf(entry), entry]));
  const told = entries.map((entry) => {
    // A row says since when something holds, which may be earlier than it was entered.
    const row = newest.get(keyOf(entry)) === entry ? rowOf.get(keyOf(entry)) : undefined;
    return ofEntry(row ? { ...entry, at: row.at } : entry);
  });
  // What was done at the very moment of an entry was done by what it tells of: a regeneration makes keys.
  const known = new Set(entries.flatMap((entry) => [keyOf(entry), entry.at]));
  const oldest = entries.length < mostTold ? "" : (entries.at(-1)?.at ?? "");
  const untold = rows.filter((row) => !known.has(keyOf(row)) && !known.has(row.at) && (row.at >= oldest || row.at > now)).map(ofRow);
  return [...told, ...untold].sort((a, b) => (a.at === b.at ? b.key.localeCompare(a.key) : a.at < b.at ? 1 : -1));
}

const keyOf = ({ target, action }: { readonly target: string; readonly action: string }) => `${target} ${action}`;

/** The same facts as the audit log's, from the rows themselves; each by the name of the action that is its cause. */
const rowsOf = (db: Db, projectId: string) =>
  db.many(
    Row,
    sql`
    with mine as (select ${projectId}::text as id)
    (select s.id as target, case level when 'suspended' then 'suspendProject' else 'sanctionProject' end as action, starts_at as at, imposed_by as actor, s.reason || ': ' || statement as reason,
            null as name, null as metric, null::bigint as limit
     from suspensions s, mine where project_id = mine.id order by s.id desc limit ${mostTold})
    union all
    (select s.id, 'liftSuspension', coalesce(lifted_at, ends_at), lifted_by, lift_reason, null, null, null
     from suspensions s, mine where project_id = mine.id and coalesce(lifted_at, ends_at) is not null order by s.id desc limit ${mostTold})
    union all
    (select o.id, 'addOverride', created_at, created_by, o.reason, null, metric, limit_value
     from manual_overrides o, mine where project_id = mine.id order by o.id desc limit ${mostTold})
    union all
    (select o.id, 'beginOverride', starts_at, null, o.reason, null, metric, limit_value
     from manual_overrides o, mine where project_id = mine.id and starts_at > created_at order by o.id desc limit ${mostTold})
    union all
    (select o.id, 'endOverride', coalesce(ended_at, ends_at), ended_by, end_reason, null, metric, limit_value
     from manual_overrides o, mine where project_id = mine.id order by o.id desc limit ${mostTold})
    union all
    (select q.id, 'setProjectQuota', updated_at, set_by, q.reason, null, metric, limit_value from project_quotas q, mine where project_id = mine.id)
    union all
    (select k.id, 'createKey', created_at, null, null, k.name, null, null
     from api_keys k, mine where project_id = mine.id order by k.id desc limit ${mostTold})
    union all
    (select k.id, 'expireKey', expires_at, null, null, k.name, null, null
     from api_keys k, mine where project_id = mine.id and expires_at is not null and revoked_at is null order by k.id desc limit ${mostTold})
    union all
    (select p.id, 'createProject', p.created_at, p.developer_id, null, p.name, null, null from projects p, mine where p.id = mine.id)
    union all
    (select a.id, case when state in ('open', 'overdue') then 'appealDue' else 'decideAppeal' end, coalesce(a.decided_at, a.due_at), a.decided_by, a.answer,
            null, null, null
     from appeals a, mine where project_id = mine.id order by a.id desc limit ${mostTold})
    union all
    (select project_id, 'provisionTenant', provisioned_at, null, null, null, null, null
     from tenants t, mine where project_id = mine.id and provisioned_at is not null)
    union all
    (select p.id, 'purgeProject', coalesce(p.purged_at, p.purge_at), null, null, p.name, null, null
     from projects p, mine where p.id = mine.id and coalesce(p.purged_at, p.purge_at) is not null)`,
  );

const ofEntry = ({ id, at, action, actor, target, reason, ...said }: z.output<typeof Entry>): Happening => ({
  key: id,
  at,
  action,
  kind: kindOf(target, action),
  auditId: id,
  target,
  actor,
  reason: reason ?? undefined,
  said: saidOf(said),
});

const ofRow = ({ at, action, actor, target, reason, ...said }: z.output<typeof Row>): Happening => ({
  key: keyOf({ target, action }),
  at,
  action,
  kind: kindOf(target, action),
  auditId: undefined,
  target,
  actor: actor ?? undefined,
  reason: reason ?? undefined,
  said: saidOf(said),
});

const saidOf = ({ name, metric, limit }: Pick<z.output<typeof Row>, "name" | "metric" | "limit">): Happening["said"] => ({
  name: name ?? undefined,
  metric: metric ?? undefined,
  limit: limit ?? undefined,
});

const kinds: Readonly<Record<string, Happening["kind"]>> = {
  sus: "suspension",
  apl: "appeal",
  det: "detection",
  ovr: "override",
  quo: "quota",
  qpr: "quota",
  rcl: "reclaim",
  key: "key",
};
const kindOf = (target: string, action: string) => (action === "warnOfLimit" ? "quota" : (kinds[target.slice(0, 3)] ?? "project"));
