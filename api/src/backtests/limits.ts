import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { type LimitBacktest, type LimitChange, refuse } from "./contract.ts";
import { findHits, type Hit } from "./hit-queries.ts";
import * as queries from "./queries.ts";
import { byDay, countedSince, isTestable, measures, minutesOf, notRecorded, type Range, sum } from "./rules.ts";

/** Tries a limit on recorded usage. */
export async function tryLimit(context: Context, change: LimitChange, range: Range): Promise<LimitBacktest> {
  const { metric } = change;
  if (!isTestable(metric)) throw refuse("metric_not_recorded", { details: { metric, because: notRecorded[metric] } });
  await refuseUnknown(context, change);
  const concerned = await queries.listConcerned(context.db, change);
  const projectIds = concerned.map(({ projectId }) => projectId);
  const { rows, hits, recordedFrom } = await findHits(context.db, { metric, limit: change.limit, projectIds, range });
  return {
    ...{ kind: "limit", ...range, countedFrom: countedSince(metric, range.from), recordedFrom, caveat: measures[metric].caveat },
    ...{ rowsRead: rows, projectsTested: concerned.length },
    projects: byProject(concerned, hits, change.limit),
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
function byProject(concerned: readonly queries.Concerned[], hits: readonly Hit[], limitTried: number): LimitBacktest["projects"] {
  const hitsOf = Map.groupBy(hits, ({ projectId }) => projectId);
  const projects = concerned.flatMap(({ projectId, name, developerId, limitNow }) => {
    const of = hitsOf.get(projectId);
    if (!of) return [];
    const worst = of.reduce((most, hit) => Math.max(most, hit.worst), 0);
    return {
      ...{ projectId, name, developerId, limitNow, limitTried, worst },
      isHitNow: limitNow !== null && worst > limitNow,
      minutes: minutesOf(of),
      refused: sum(of.map(({ refused }) => refused)),
      hits: of.slice(0, hitsShown).map(({ from, to, worst, refused }) => ({ from, to, worst, refused })),
      hitsCount: of.length,
    };
  });
  return projects.sort((a, b) => b.minutes - a.minutes || b.refused - a.refused);
}
