import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { get as getProject } from "../projects/index.ts";
import { effectiveLimits, type Limit, limitsUrlOf, listStandings, type Standing, windowAt, windowOf } from "../quotas/index.ts";
import * as queries from "./queries.ts";
import { type Changes, changesOf, hasChanges, reachedAt, type WarnedMetric, warnedMetrics } from "./rules.ts";
import { quotaWarning } from "./words.ts";

/** How many projects are looked at in one statement. */
const atOnce = 500;

/** Looks at each project that used something, and has those warned that reached a threshold; one that fails holds up no other. */
export async function warnOfLimits(context: Context) {
  const { db, now, enqueue } = context;
  for (let after = ""; ; ) {
    const ids = (await queries.listActive(db, now, after, atOnce)).map(({ id }) => id);
    for (const { projectId, findings } of await look(context, ids)) {
      if (findings.length > 0) await enqueue("warnProject", { projectId }, { key: `warnProject:${projectId}` });
    }
    after = ids.at(-1) ?? "";
    if (ids.length < atOnce) return;
  }
}

/** Tells a project's owner of the thresholds that were reached since it was last looked at. */
export async function warnProject(context: Context, { projectId }: { projectId: string }) {
  const [seen] = await look(context, [projectId]);
  for (const finding of seen?.findings ?? []) await record(context, finding);
}

interface Finding extends Changes {
  readonly projectId: string;
  readonly metric: WarnedMetric;
  readonly used: number;
  readonly by: Limit;
  readonly windowStart: string | null;
}

async function look({ db, now }: Context, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  const monthStart = new Date(windowAt("month", Date.parse(now)).startsAt).toISOString();
  const open = Map.groupBy(await queries.listOpen(db, projectIds, monthStart), ({ projectId }) => projectId);
  const standings = await listStandings(db, projectIds, now);
  return standings.map((standing) => ({
    projectId: standing.projectId,
    findings: findingsOf(standing, open.get(standing.projectId) ?? [], Date.parse(now)),
  }));
}

function findingsOf(standing: Standing, open: readonly queries.Open[], now: number): Finding[] {
  const { limits } = effectiveLimits(standing, now);
  return warnedMetrics
    .map((metric) => {
      const window = windowOf[metric];
      const windowStart = window && new Date(windowAt(window, now).startsAt).toISOString();
      const told = open.filter((each) => each.metric === metric && each.windowStart === windowStart);
      const [used, by] = [standing.used[metric] ?? 0, limits[metric]];
      const changes = changesOf(
        used,
        by.limit,
        told.map(({ threshold }) => threshold),
      );
      return { projectId: standing.projectId, metric, used, by, windowStart, ...changes };
    })
    .filter(hasChanges);
}

/** Who reached several thresholds at once is told of the highest. */
async function record(context: Context, { ended, reached, ...found }: Finding) {
  const { db, now } = context;
  for (const threshold of ended) await queries.end(db, { ...found, threshold }, now);
  let isNew = false;
  for (const threshold of reached) {
    const noted = await queries.note(db, { ...found, id: newId("quotaWarning"), threshold, limit: found.by.limit, now });
    isNew = noted !== undefined;
  }
  const threshold = reached.at(-1);
  if (isNew && threshold !== undefined) await tell(context, { ...found, threshold });
}

async function tell(
  context: Context,
  { projectId, metric, used, by, threshold }: Omit<Finding, keyof Changes> & { threshold: 50 | 80 | 95 | 100 },
) {
  const project = await getProject(context, { projectId });
  if (project.status !== "active") return;
  const now = Date.parse(context.now);
  const at = reachedAt(metric, used, by.limit, now);
  const window = windowOf[metric];
  const said = quotaWarning({
    projectId,
    projectName: project.name,
    metric,
    threshold,
    used,
    limit: by.limit,
    source: by.source.kind,
    resetsAt: window && new Date(windowAt(window, now).endsAt).toISOString(),
    reachedAt: at === undefined ? null : new Date(at).toISOString(),
    limitsUrl: limitsUrlOf(context.publicUrl, projectId),
  });
  context.audit({ action: "warnOfLimit", target: projectId, projectId, developerId: project.developerId, after: said.data });
  await notify(context, { to: { developerId: project.developerId }, projectId, ...said });
}
