import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { refuse } from "./contract.ts";
import { quotaProposed } from "./mails.ts";
import * as queries from "./queries.ts";
import { effectiveLimits, type Metric, needsTwo, usualLimit } from "./rules.ts";
import { listStandings } from "./standing-queries.ts";

interface Raise {
  readonly projectId: string;
  readonly metric: Metric;
  readonly limit: number;
}

/** Whether a limit is beyond what one person may decide, for quotas and overrides alike, and what it is measured against. */
export async function measureRaise(context: Context, { projectId, metric, limit }: Raise) {
  const [standing] = await listStandings(context.db, [projectId], context.now);
  if (!standing) throw refuse("project_not_found");
  const plan = effectiveLimits({ ...standing, quotas: [], overrides: [] }, Date.parse(context.now)).limits[metric].limit;
  const quota = await queries.find(context.db, projectId, metric);
  return { isForTwo: needsTwo(limit, { plan, quota }, context.settings.overrideApprovalFactor), usual: usualLimit({ plan, quota }) };
}

/** So long may the second person take. */
const waitsMs = 7 * 86_400_000;

/**
 * Who proposed a quota that another person now sets as well; nothing where one person is enough. What the first one says is noted and
 * refused, and staff are told. Not for what is taken over from elsewhere, which nobody here decides.
 */
export async function secondedFrom(context: Context, raise: Raise & { readonly reason: string }): Promise<string | undefined> {
  const { db, now, actor } = context;
  if (actor.kind !== "staff") return undefined;
  const { isForTwo, usual } = await measureRaise(context, raise);
  if (!isForTwo) return undefined;
  const proposed = await queries.findProposal(db, raise, new Date(Date.parse(now) - waitsMs).toISOString());
  if (proposed && proposed.proposedBy !== actor.id) {
    await queries.removeProposal(db, raise);
    return proposed.proposedBy;
  }
  await queries.propose(db, { ...raise, proposedBy: actor.id, now });
  const { projectId, metric, limit, reason } = raise;
  context.audit({ action: "proposeProjectQuota", target: projectId, projectId, reason, after: { metric, limit } });
  const { name: projectName } = await getProject(context, { projectId });
  const said = quotaProposed({ projectId, projectName, metric, usual, limit, reason, proposedBy: actor.id });
  if (!proposed) await notify(context, { to: { staff: true }, projectId, ...said });
  throw refuse("second_person_needed", { keep: true, details: { metric, limit, usual } });
}
