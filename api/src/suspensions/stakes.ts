import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject } from "../projects/index.ts";
import { countSessions } from "../quotas/index.ts";
import { type getProjectStakes, ProjectStakes } from "./contract.ts";
import { listDetected } from "./evidence.ts";
import * as queries from "./queries.ts";

/** What there is of a project for an act against it to end, refuse or take away: told before it is done. */
export async function readStakes(context: Context, { projectId }: InputOf<typeof getProjectStakes>): Promise<ProjectStakes> {
  const { purgeAt } = await getProject(context, { projectId });
  await context.settling.settled();
  const counted = await queries.countStakes(context.db, projectId, context.now);
  const openSessions = await countSessions(context, projectId);
  const detections = ProjectStakes.shape.detections.parse(await listDetected(context, projectId));
  const { deletionGraceDays: graceDays, appealWindowDays } = context.settings;
  return { ...counted, openSessions, purgeAt, graceDays, detections, appealWindowDays };
}
