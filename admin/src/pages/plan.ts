import { sql } from "@nextmavens/api/platform/db/sql";
import { metrics } from "@nextmavens/api/quotas";
import { z } from "zod";
import { lookedThroughAtMost } from "../adapter/index.ts";
import type { Visit } from "../door/member.ts";
import type { Sources } from "../resources/answers.ts";
import type { PlanPageSight, RecordAnswer } from "../sight.ts";
import { newestOf } from "./records.ts";

const developersShown = 12;
/** As a project's page tells them. */
const order: readonly string[] = metrics;
const Limit = z.object({ metric: z.string(), limit: z.number(), own: z.number() });
const Looked = z.object({ looked: z.number() });

/** What the page of a plan shows beside the record: its limits, and whom they reach. */
export async function planPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
): Promise<{ plan: PlanPageSight; names: RecordAnswer["names"] }> {
  const [{ limits, ownAmong }, developers] = await Promise.all([
    limitsOf(sources, id),
    newestOf(sources, visit, "developers", developersShown, { plan: id }),
  ]);
  return {
    plan: { limits, ownAmong, developers, developersCount: String(params["developers"]), projectsCount: String(params["projects"]) },
    names,
  };
}

/** What no index tells is counted among the newest quotas. */
async function limitsOf({ reads }: Sources, plan: string): Promise<Pick<PlanPageSight, "limits" | "ownAmong">> {
  const newest = sql`(select project_id, metric from project_quotas order by id desc limit ${lookedThroughAtMost}) q`;
  const [limits, { looked }] = await reads.transact("platform", async (db) => [
    await db.many(
      Limit,
      sql`
      select l.metric, l.limit_value as limit, coalesce(o.own, 0) as own
      from plan_limits l left join (
        select q.metric, count(*) as own
        from ${newest} join projects p on p.id = q.project_id join developers d on d.id = p.developer_id
        where d.plan = ${plan} and p.status <> 'purged'
        group by q.metric) o on o.metric = l.metric
      where l.plan = ${plan}`,
    ),
    await db.one(Looked, sql`select count(*) as looked from ${newest}`),
  ]);
  return {
    limits: limits.toSorted((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric)),
    ownAmong: looked < lookedThroughAtMost ? null : lookedThroughAtMost,
  };
}
