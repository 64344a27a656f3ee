import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { effectiveLimits, type LimitSources } from "@nextmavens/api/quotas";
import { z } from "zod";
import type { LimitPeriod } from "../../sight.ts";
import type { Span } from "../span.ts";

const metric = "requests_per_day";

const Plan = z.object({ limit: z.number() });
const Override = z.object({ id: z.string(), limit: z.number(), startsAt: z.string(), endsAt: z.string() });
const Change = z.object({ at: z.string(), before: z.number().nullable(), after: z.number().nullable() });
const Quota = z.object({ limit: z.number(), createdAt: z.string(), updatedAt: z.string() });
const mostChanges = 200;

/** What limited a project's requests per day, from the overrides there were and what the audit log says of its quota. */
export async function limitPeriodsOf(db: Db, projectId: string, { from, to }: Span): Promise<LimitPeriod[]> {
  const plan = await db.maybe(
    Plan,
    sql`
    select l.limit_value as limit
    from projects p join developers d on d.id = p.developer_id join plan_limits l on l.plan = d.plan
    where p.id = ${projectId} and l.metric = ${metric}`,
  );
  const overrides = await db.many(
    Override,
    sql`
    select id, limit_value as limit, starts_at as "startsAt", least(ends_at, ended_at) as "endsAt"
    from manual_overrides
    where project_id = ${projectId} and metric = ${metric} and ends_at > ${from} and starts_at < ${to}
    order by id desc limit ${mostChanges}`,
  );
  const quotaAt = quotaHistory(
    await db.many(
      Change,
      sql`
      select at, (before ->> 'limit')::bigint as before, (after ->> 'limit')::bigint as after
      from audit_logs
      where project_id = ${projectId} and action in ('setProjectQuota', 'removeProjectQuota') and coalesce(after, before) ->> 'metric' = ${metric}
      order by id desc limit ${mostChanges}`,
    ),
    await db.maybe(
      Quota,
      sql`select limit_value as limit, created_at as "createdAt", updated_at as "updatedAt" from project_quotas where project_id = ${projectId} and metric = ${metric}`,
    ),
  );
  const sourcesAt = (at: string): LimitSources => {
    const quota = quotaAt(at);
    return {
      planId: "",
      plan: plan ? [{ metric, limit: plan.limit }] : [],
      quotas: quota === undefined ? [] : [{ id: "", metric, limit: quota }],
      overrides: overrides.map((each) => ({ ...each, metric })),
    };
  };
  const moments = [from, ...quotaAt.changes, ...overrides.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])];
  const begins = [...new Set(moments.filter((at) => at >= from && at < to))].sort();
  return merged(
    begins.map((at, i) => {
      const { limit, source } = effectiveLimits(sourcesAt(at), Date.parse(at)).limits[metric];
      return { from: at, to: begins[i + 1] ?? to, limit, source: source.kind };
    }),
  );
}

/** What the quota was at a moment: by the last change until then, else by what the first one after it replaced. */
function quotaHistory(newestFirst: readonly z.output<typeof Change>[], present: z.output<typeof Quota> | undefined) {
  // The row says since when the present one holds, which may be earlier than it was entered.
  const [last, ...earlier] = newestFirst;
  const changes = last ? [...earlier.toReversed(), last.after === null || !present ? last : { ...last, at: present.updatedAt }] : [];
  const quotaAt = (at: string): number | undefined => {
    const change = changes.findLast((each) => each.at <= at);
    if (change) return change.after ?? undefined;
    if (changes[0]) return changes[0].before ?? undefined;
    return present && present.createdAt <= at ? present.limit : undefined;
  };
  return Object.assign(quotaAt, { changes: changes.length > 0 ? changes.map(({ at }) => at) : present ? [present.createdAt] : [] });
}

/** Neighbours that say the same are one. */
function merged(periods: readonly LimitPeriod[]): LimitPeriod[] {
  const begins = periods.filter(({ limit, source }, i) => limit !== periods[i - 1]?.limit || source !== periods[i - 1]?.source);
  return begins.map((each, i) => ({ ...each, to: begins[i + 1]?.from ?? periods.at(-1)?.to ?? each.to }));
}
