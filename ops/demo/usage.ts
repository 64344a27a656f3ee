import { sql } from "@nextmavens/api/platform/db/sql";
import { countedMetrics, type Settlement, settle, windowAt, windowOf } from "@nextmavens/api/quotas";
import { record as recordUsage } from "@nextmavens/api/usage";
import { z } from "zod";
import { dayMs, minuteMs, startOf } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { historyOf, type UsageRows } from "./history.ts";
import type { DeveloperPlan, ProjectPlan } from "./plan.ts";
import { nameOf } from "./projects.ts";
import type { DemoRecord } from "./record.ts";

/** How far back usage is told of. */
export const historyDays = 22;

export type PlanLimits = Readonly<Record<DeveloperPlan["plan"], number>>;

/** What each plan allows in a day. */
export async function readPlanLimits({ owner }: Ground): Promise<PlanLimits> {
  const rows = await owner.transact("platform", (db) =>
    db.many(
      z.object({ plan: z.string(), limit: z.number() }),
      sql`select plan, limit_value as limit from plan_limits where metric = 'requests_per_day'`,
    ),
  );
  const limitOf = (plan: string) => rows.find((row) => row.plan === plan)?.limit ?? Number.MAX_SAFE_INTEGER;
  return { free: limitOf("free"), pro: limitOf("pro") };
}

/** Writes down what a project used until now, as the platform's own counting would have; each minute once, whoever else does so. */
export async function tellUsage({ owner }: Ground, record: DemoRecord, plan: ProjectPlan, limits: PlanLimits, now: number): Promise<void> {
  const to = startOf(now, minuteMs);
  await owner.transact("platform", async (db) => {
    const made = await record.hold("project", nameOf(plan), db);
    if (!made?.id) return;
    const { usedUntil, databaseBytes = 0 } = made.progress;
    const from = usedUntil === undefined ? startOf(to - historyDays * dayMs, dayMs) : Date.parse(usedUntil);
    if (from >= to) return;
    const { seed, madeAt } = record.world;
    const about = {
      seed,
      project: plan,
      projectId: made.id,
      madeAt: Date.parse(madeAt),
      requestsPerDay: limits[plan.ownersPlan],
      databaseBytes,
    };
    const usage = historyOf({ ...about, from, to });
    await recordUsage(db, { usage, seconds: [], keys: [] }, now);
    const settlements = countedUntil(to, usage, made.id);
    if (settlements.length > 0) await settle(db, settlements);
    await record.note(made, { usedUntil: new Date(to).toISOString() }, db);
  });
}

/** What of it counts against the limits of the day and the month that still run. */
function countedUntil(to: number, usage: UsageRows, projectId: string): Settlement[] {
  return countedMetrics.flatMap((metric) => {
    const windowStart = new Date(windowAt(windowOf[metric], to).startsAt).toISOString();
    const used = metric.replace(/_per_.*/, "");
    const spent = usage.filter((row) => row.metric === used && row.minute >= windowStart).reduce((sum, { total }) => sum + total, 0);
    return spent === 0 ? [] : [{ projectId, metric, windowStart, back: -spent, spent }];
  });
}
