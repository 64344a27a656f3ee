import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { staffRoles } from "../platform/permission.ts";
import { waitsUntil } from "../platform/second-person.ts";
import { get as getProject } from "../projects/index.ts";
import { listActive } from "../staff/index.ts";
import { refuse } from "./contract.ts";
import { limitDecided, quotaProposed } from "./mails.ts";
import * as proposals from "./proposal-queries.ts";
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

/**
 * Who proposed a quota that another person now sets as well; nothing where one person is enough. What the first one says waits as a
 * proposal and is refused, and staff are told. Not for what is taken over from elsewhere, which nobody here decides.
 */
export async function secondedFrom(context: Context, raise: Raise & { readonly reason: string }): Promise<string | undefined> {
  const { db, now, actor } = context;
  if (actor.kind !== "staff") return undefined;
  const { isForTwo, usual } = await measureRaise(context, raise);
  if (!isForTwo) return undefined;
  const waiting = await proposals.listWaiting(db, raise, now);
  const others = waiting.find(({ proposedBy }) => proposedBy !== actor.id);
  if (others) {
    await proposals.decide(db, others.id, "approved", actor.id, raise.reason, now);
    await tellDecided(context, { ...others, what: "quota", askedBy: others.proposedBy, decision: "approved", reason: raise.reason });
    return others.proposedBy;
  }
  const { metric, limit } = raise;
  const proposal = waiting[0] ?? (await propose(context, raise, usual));
  throw refuse("second_person_needed", { keep: true, details: { metric, limit, usual, proposalId: proposal.id } });
}

async function propose(context: Context, { projectId, metric, limit, reason }: Raise & { readonly reason: string }, usual: number) {
  const { db, now, actor } = context;
  const asked = { projectId, metric, limit, reason, proposedBy: actor.id };
  const proposal = await proposals.propose(db, { ...asked, id: newId("quotaProposal"), proposedAt: now, endsAt: waitsUntil(now) });
  context.audit({ action: "proposeProjectQuota", target: proposal.id, projectId, reason, after: proposal });
  const { name: projectName } = await getProject(context, { projectId });
  await notify(context, { to: { staff: true }, projectId, ...quotaProposed({ ...asked, projectName, usual }) });
  return proposal;
}

interface Decided extends Raise {
  readonly what: "quota" | "override";
  readonly askedBy: string;
  readonly decision: "approved" | "rejected";
  readonly reason: string;
}

/** Tells whoever asked for a limit that a second person decided, and why; not who is no longer on staff. */
export async function tellDecided(context: Context, { askedBy, what, metric, limit, projectId, decision, reason }: Decided) {
  const asker = (await listActive(context.db, staffRoles)).find(({ id }) => id === askedBy);
  if (!asker) return;
  const { name: projectName } = await getProject(context, { projectId });
  const said = limitDecided({ what, metric, limit, projectId, projectName, decision, reason, decidedBy: context.actor.id });
  // Without the project: what is told of one is for its owner to read again.
  await notify(context, { to: { address: asker.email }, ...said });
}
