import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { type LimitBacktest, type LimitChange, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { byDay, minutesOf, type Range, sum } from "./rules.ts";

/** Tries a limit on recorded usage. */
export async function tryLimit(context: Context, change: LimitChange, range: Range): Promise<LimitBacktest> {
  await refuseUnknown(context, change);
  const { projects, rows, hits } = await queries.findHits(context.db, change, range);
  return {
    ...{ kind: "limit", ...range, rowsRead: rows, projectsTested: projects },
    projects: byProject(hits, change.limit),
    days: byDay(range, hits).map(({ day, of }) => ({
      day,
      projects: new Set(of.map(({ projectId }) => projectId)).size,
      refused: sum(of.map(({ refused }) => refused)),
    })),
  };
}

async function refuseUnknown(context: Context, change: LimitChange) {
  if (change.kind === "plan" && !(await queries.planExists(context.db, change.plan))) throw refuse("plan_not_found");
  if (change.kind === "quota" && change.projectId !== undefined) await getProject(context, { projectId: change.projectId });
}

const hitsShown = 100;

/** Those hit for longest first. */
function byProject(hits: readonly queries.Hit[], limitTried: number): LimitBacktest["projects"] {
  const projects = [...Map.groupBy(hits, ({ projectId }) => projectId).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { projectId, name, developerId, limitNow } = first;
    return {
      ...{ projectId, name, developerId, limitNow, limitTried },
      isHitNow: of.some(({ isHitNow }) => isHitNow),
      minutes: minutesOf(of),
      refused: sum(of.map(({ refused }) => refused)),
      worst: Math.max(...of.map(({ worst }) => worst)),
      hits: of.slice(0, hitsShown).map(({ from, to, worst, refused }) => ({ from, to, worst, refused })),
      hitsCount: of.length,
    };
  });
  return projects.sort((a, b) => b.minutes - a.minutes || b.refused - a.refused);
}
