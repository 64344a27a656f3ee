import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { obstacleOf, waitingStateAt } from "../platform/second-person.ts";
import { get as getProject } from "../projects/index.ts";
import { findForChange, put } from "./actions.ts";
import { refuse } from "./contract.ts";
import {
  approveQuotaProposal,
  type listAllQuotaProposals,
  type listQuotaProposals,
  type QuotaProposal,
  rejectQuotaProposal,
} from "./proposal-contract.ts";
import * as queries from "./proposal-queries.ts";
import { tellDecided } from "./second-person.ts";

export async function listProposals(context: Context, { projectId, cursor, limit }: InputOf<typeof listQuotaProposals>) {
  await getProject(context, { projectId });
  const { items, nextCursor } = toPage(await queries.list(context.db, projectId, cursor, limit), limit);
  return { items: items.map((row) => shown(context, row)), nextCursor };
}

/** The proposals for all projects, so that whoever decides sees what waits. */
export async function listAllProposals(context: Context, { cursor, limit, isWaiting }: InputOf<typeof listAllQuotaProposals>) {
  const filter = { isWaiting: isWaiting === undefined ? undefined : isWaiting === "true", now: context.now };
  const { items, nextCursor } = toPage(await queries.listAll(context.db, filter, cursor, limit), limit);
  return { items: items.map((row) => shown(context, row)), nextCursor };
}

/** Somebody other than who proposed a quota puts it in force. */
export async function approveProposal(context: Context, { proposalId, reason }: InputOf<typeof approveQuotaProposal>) {
  const before = await holdAwaiting(context, proposalId);
  const { projectId, metric, limit, proposedBy } = before;
  const quota = await findForChange(context, projectId, metric);
  const after = await decide(context, before, "approved", reason);
  await put(context, { before: quota, projectId, metric, limit, reason: before.reason, proposedBy });
  return after;
}

/** Somebody other than who proposed it says no. */
export async function rejectProposal(context: Context, { proposalId, reason }: InputOf<typeof rejectQuotaProposal>) {
  return decide(context, await holdAwaiting(context, proposalId), "rejected", reason);
}

const obstacles = { too_late: "proposal_over", decided: "not_awaiting_approval", own: "not_your_own_proposal" } as const;

async function holdAwaiting(context: Context, proposalId: string) {
  const proposal = await queries.lock(context.db, proposalId);
  if (!proposal) throw refuse("proposal_not_found");
  const obstacle = obstacleOf(proposal, proposal.proposedBy, context);
  if (obstacle) throw refuse(obstacles[obstacle]);
  return proposal;
}

async function decide(context: Context, before: queries.Row, decision: "approved" | "rejected", reason: string) {
  const { db, now, actor } = context;
  const { id, projectId, proposedBy: askedBy } = before;
  const after = await queries.decide(db, id, decision, actor.id, reason, now);
  context.audit({ target: id, projectId, reason, before, after });
  await tellDecided(context, { ...after, what: "quota", askedBy, decision, reason });
  return shown(context, after);
}

const shown = ({ now }: Context, { decision, ...row }: queries.Row): QuotaProposal => ({
  ...row,
  state: waitingStateAt({ ...row, decision }, now),
});

export const approveProposals = eachOf(approveQuotaProposal, approveProposal);

export const rejectProposals = eachOf(rejectQuotaProposal, rejectProposal);
