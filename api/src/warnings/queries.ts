import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { type Metric, metrics, thresholds } from "../quotas/index.ts";

const Id = z.object({ id: z.string() });

/** Projects that used something or were measured in the last two minutes, by id, from one on. */
export const listActive = (db: Db, now: string, after: string, atMost: number) =>
  db.many(
    Id,
    sql`
    select project_id as id from usage_metrics where minute >= ${now}::timestamptz - interval '2 minutes' and project_id > ${after}
    union
    select project_id from tenants where measured_at >= ${now}::timestamptz - interval '2 minutes' and project_id > ${after}
    order by 1
    limit ${atMost}`,
  );

const Open = z.object({
  projectId: z.string(),
  metric: z.enum(metrics),
  threshold: z.literal(thresholds),
  windowStart: z.string().nullable(),
});
export type Open = z.output<typeof Open>;

/** What the owners of some projects were told of, in windows that run since the earliest. */
export const listOpen = (db: Db, projectIds: readonly string[], earliest: string) =>
  db.many(
    Open,
    sql`
    select project_id as "projectId", metric, threshold, window_start as "windowStart"
    from quota_warnings
    where project_id = any(${projectIds}) and ended_at is null and (window_start is null or window_start >= ${earliest})`,
  );

export interface NewWarning {
  readonly id: string;
  readonly projectId: string;
  readonly metric: Metric;
  readonly threshold: number;
  readonly windowStart: string | null;
  readonly used: number;
  readonly limit: number;
  readonly now: string;
}

/** Nothing comes back when it was told of already: `one_warning_of_a_threshold` refuses the row. */
export const note = (db: Db, warning: NewWarning) =>
  db.maybe(
    Id,
    sql`
    insert into quota_warnings (id, project_id, metric, threshold, window_start, used, limit_value, warned_at)
    values (${warning.id}, ${warning.projectId}, ${warning.metric}, ${warning.threshold}, ${warning.windowStart},
      ${warning.used}, ${warning.limit}, ${warning.now})
    on conflict do nothing
    returning id`,
  );

export const end = (db: Db, { projectId, metric, threshold, windowStart }: Open, now: string) =>
  db.run(sql`
    update quota_warnings set ended_at = greatest(warned_at, ${now})
    where project_id = ${projectId} and metric = ${metric} and threshold = ${threshold}
      and window_start is not distinct from ${windowStart} and ended_at is null`);
