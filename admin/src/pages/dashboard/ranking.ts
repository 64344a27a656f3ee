import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import { hoursSince, metricOf } from "../hours.ts";
import { comparedAt, type Span } from "../span.ts";

const ranked = 10;

const Ranked = z.object({
  projectId: z.string(),
  /** In the steps that are shown, the one under way included. */
  shown: z.number(),
  /** In as many whole hours, and in as many before them. */
  total: z.number(),
  before: z.number(),
  byUse: z.number(),
  byGrowth: z.number(),
});
const Ranking = z.object({ activeProjects: z.number(), projects: z.array(Ranked) });

const served = sql`metric = ${metricOf.served}`;

export type Ranked = Pick<z.output<typeof Ranked>, "projectId" | "total" | "before">;

/** The projects that were asked most, and those asked so much more than as long before; ranks begin at 1. */
export async function rankProjects(db: Db, now: string, span: Span) {
  const { before, since, until } = comparedAt(now, span);
  const hours = await hoursSince(db, before, served);
  const { activeProjects, projects } = await db.one(
    Ranking,
    sql`
    with used as (
      select project_id,
        coalesce(sum(total) filter (where hour >= ${span.from}), 0)::bigint as shown,
        coalesce(sum(total) filter (where hour >= ${since} and hour < ${until}), 0)::bigint as total,
        coalesce(sum(total) filter (where hour < ${since}), 0)::bigint as before
      from ${hours} h
      group by 1
    ), ranked as (
      select *, row_number() over (order by shown desc, project_id) as by_use, row_number() over (order by total - before desc, project_id) as by_growth
      from used
    )
    select
      (select count(*) from used join projects on id = project_id where shown > 0 and status <> 'purged') as "activeProjects",
      (select coalesce(jsonb_agg(jsonb_build_object(
         'projectId', project_id, 'shown', shown, 'total', total, 'before', before, 'byUse', by_use, 'byGrowth', by_growth)), '[]')
       from ranked
       where shown > 0 and by_use <= ${ranked} or total > before and by_growth <= ${ranked}) as projects`,
  );
  const byUse = projects.filter(({ byUse, shown }) => byUse <= ranked && shown > 0).sort((a, b) => a.byUse - b.byUse);
  const byGrowth = projects
    .filter(({ byGrowth, total, before }) => byGrowth <= ranked && total > before)
    .sort((a, b) => a.byGrowth - b.byGrowth);
  return {
    activeProjects,
    byUse: byUse.map(({ projectId, shown, before }) => ({ projectId, total: shown, before })),
    byGrowth: byGrowth.map(({ projectId, total, before }) => ({ projectId, total, before })),
  };
}

const Step = z.object({ projectId: z.string(), step: z.number(), total: z.number() });

/** What projects were asked, step by step; a step of nothing is 0. */
export async function stepsOf(
  db: Db,
  projectIds: readonly string[],
  { from, stepMs, steps }: Span,
): Promise<ReadonlyMap<string, number[]>> {
  const found = new Map(projectIds.map((id) => [id, Array.from({ length: steps }, () => 0)]));
  if (projectIds.length === 0) return found;
  const hours = await hoursSince(db, from, sql`${served} and project_id = any(${projectIds})`);
  const rows = await db.many(
    Step,
    sql`
    select project_id as "projectId", floor(extract(epoch from hour - ${from}::timestamptz) * 1000 / ${stepMs}::bigint)::int as step, sum(total)::bigint as total
    from ${hours} h
    group by 1, 2`,
  );
  for (const { projectId, step, total } of rows) {
    const mine = found.get(projectId);
    if (mine && step in mine) mine[step] = total;
  }
  return found;
}
