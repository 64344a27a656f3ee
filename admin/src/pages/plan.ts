import { sql } from "@nextmavens/api/platform/db/sql";
import { metrics } from "@nextmavens/api/quotas";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import type { Sources } from "../resources/answers.ts";
import type { PlanPageSight, RecordAnswer } from "../sight.ts";
import { newestOf } from "./records.ts";

const developersShown = 12;
/** As a project's page tells them. */
const order: readonly string[] = metrics;
const Limit = z.object({ metric: z.string(), limit: z.number(), own: z.number() });

/** What the page of a plan shows beside the record: its limits, and whom they reach. */
export async function planPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
): Promise<{ plan: PlanPageSight; names: RecordAnswer["names"] }> {
  const [limits, developers] = await Promise.all([
    limitsOf(sources, id),
    newestOf(sources, visit, "developers", developersShown, { plan: id }),
  ]);
  return { plan: { limits, developers, developersCount: String(params["developers"]), projectsCount: String(params["projects"]) }, names };
}

async function limitsOf({ reads }: Sources, plan: string): Promise<PlanPageSight["limits"]> {
  const limits = await reads.transact("platform", (db) =>
    db.many(
      Limit,
      sql`
      select l.metric, l.limit_value as limit, (
        select count(*) from project_quotas q join projects p on p.id = q.project_id join developers d on d.id = p.developer_id
        where q.metric = l.metric and d.plan = l.plan and p.status <> 'purged') as own
      from plan_limits l where l.plan = ${plan}`,
    ),
  );
  return limits.toSorted((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric));
}
