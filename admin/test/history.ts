import type { World } from "../../api/test/world.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The beginning of the hour that runs, and of those before it. */
export const hoursAgo = (hours: number, now = Date.now()) => new Date(now - (now % hourMs) - hours * hourMs).toISOString();
/** The beginning of the day (UTC) that runs, and of those before it. */
export const daysAgo = (days: number, now = Date.now()) => new Date(now - (now % dayMs) - days * dayMs).toISOString();
export const after = (moment: string, ms: number) => new Date(Date.parse(moment) + ms).toISOString();

/** So much was used in the minute that begins then. */
export const used = (world: World, projectId: string, metric: string, minute: string, total: number, peak = 0) =>
  world.clone.query(
    `insert into usage_metrics (project_id, metric, minute, total, peak_second) values ($1, $2, $3, $4, $5)
     on conflict (project_id, metric, minute) do update set total = usage_metrics.total + excluded.total`,
    [projectId, metric, minute, total, peak],
  );
