import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Requests, RequestsOverTime } from "../sight.ts";
import type { Span } from "./span.ts";

/** What tells of requests, by the name a page has for it. */
export const metricOf = {
  served: "requests",
  quota: "requests_refused_quota",
  suspension: "requests_refused_suspension",
  errors: "errors_5xx",
} as const satisfies Record<keyof Requests, string>;
const nameOf = new Map(Object.entries(metricOf).map(([name, metric]) => [metric as string, name as keyof Requests]));
const metrics = Object.values(metricOf);

const Rollup = z.object({ upTo: z.string() });

/**
 * Rows (project_id, metric, hour, total) from a moment on: hours that are summed already from there, later ones from the minutes.
 * `which` narrows by columns that both have. How far the sums go is told as a value, so that the planner knows it.
 */
export async function hoursSince(db: Db, since: string, which: Sql): Promise<Sql> {
  const { upTo } = await db.one(Rollup, sql`select up_to as "upTo" from usage_rollup`);
  const unsummed = upTo > since ? upTo : since;
  return sql`
    (select project_id, metric, hour, total from usage_hours where hour >= ${since} and hour < ${upTo} and ${which}
     union all
     select project_id, metric, date_trunc('hour', minute, 'UTC'), total from usage_metrics where minute >= ${unsummed} and ${which})`;
}

const HourTotal = z.object({ hour: z.string(), metric: z.string(), total: z.number() });
export type HourTotal = z.output<typeof HourTotal>;

/** Requests of all projects, or of some, by hour. */
export async function requestsByHour(db: Db, since: string, projectIds?: readonly string[]): Promise<HourTotal[]> {
  const ofThese = projectIds ? sql`and project_id = any(${projectIds})` : sql``;
  const hours = await hoursSince(db, since, sql`metric = any(${metrics}) ${ofThese}`);
  return db.many(HourTotal, sql`select hour, metric, sum(total)::bigint as total from ${hours} h group by 1, 2`);
}

const none: Requests = { served: 0, quota: 0, suspension: 0, errors: 0 };
const plus = (sum: Requests, { metric, total }: HourTotal): Requests => {
  const name = nameOf.get(metric);
  return name ? { ...sum, [name]: sum[name] + total } : sum;
};

export const sumBetween = (hours: readonly HourTotal[], from: string, to: string): Requests =>
  hours.filter(({ hour }) => hour >= from && hour < to).reduce(plus, none);

/** Every step of the span, also where nothing happened. */
export function overTime(hours: readonly HourTotal[], { range, from, to, stepMs, steps }: Span): RequestsOverTime {
  const points = Array.from({ length: steps }, () => none);
  for (const each of hours) {
    const step = Math.floor((Date.parse(each.hour) - Date.parse(from)) / stepMs);
    const sum = points[step];
    if (sum) points[step] = plus(sum, each);
  }
  return { range, from, to, stepMs, points };
}
