import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { waitingStates } from "../platform/second-person.ts";
import { limitValue, metric, reason, refuse } from "./contract.ts";

export const QuotaProposal = z
  .object({
    id: idOf("quotaProposal"),
    projectId: idOf("project"),
    metric,
    limit: limitValue,
    reason: z.string(),
    state: z.enum(waitingStates).meta({ description: "`expired`: nobody decided it within seven days" }),
    proposedBy: z.string(),
    proposedAt: z.string(),
    endsAt: z.string().meta({ description: "until when somebody else may approve it" }),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: "QuotaProposal", description: "A project's own limit that is far above what is usual, and somebody else has to approve." });
export type QuotaProposal = z.output<typeof QuotaProposal>;

const path = { projectId: idOf("project") };
const ofProposal = { proposalId: idOf("quotaProposal") };

export const listQuotaProposals = operation({
  id: "listQuotaProposals",
  at: "GET /api/admin/projects/{projectId}/quota-proposals",
  tag: "Staff: limits",
  summary: "List the quotas of a project that had to be approved by a second person, newest first",
  permission: { staff: "viewer" },
  path,
  query: pagingOf("quotaProposal"),
  returns: [200, pageOf(QuotaProposal)],
  refuses: refuse.declare("project_not_found"),
});

export const listAllQuotaProposals = operation({
  id: "listAllQuotaProposals",
  at: "GET /api/admin/quota-proposals",
  tag: "Staff: limits",
  summary: "List the quotas of all projects that had to be approved by a second person, newest first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("quotaProposal"),
    isWaiting: z.enum(["true", "false"]).optional().meta({ description: "those that can be approved still, or those that can't" }),
  },
  returns: [200, pageOf(QuotaProposal)],
});

export const approveQuotaProposal = operation({
  id: "approveQuotaProposal",
  at: "POST /api/admin/quota-proposals/{proposalId}/approve",
  tag: "Staff: limits",
  summary: "Approve a quota that raises a limit by much: it is in force at once; who proposed it does not",
  permission: { staff: "operator" },
  path: ofProposal,
  body: { reason },
  returns: [200, QuotaProposal],
  refuses: refuse.declare(
    "proposal_not_found",
    "proposal_over",
    "not_awaiting_approval",
    "not_your_own_proposal",
    "project_not_found",
    "project_is_deleted",
  ),
});

export const approveQuotaProposals = ofMany(approveQuotaProposal, {
  id: "approveQuotaProposals",
  at: "POST /api/admin/quota-proposals/approve",
  summary: "Approve many quotas that wait, for one reason",
});

export const rejectQuotaProposal = operation({
  id: "rejectQuotaProposal",
  at: "POST /api/admin/quota-proposals/{proposalId}/reject",
  tag: "Staff: limits",
  summary: "Reject a quota that waits for approval; who proposed it does not",
  permission: { staff: "operator" },
  path: ofProposal,
  body: { reason },
  returns: [200, QuotaProposal],
  refuses: refuse.declare("proposal_not_found", "proposal_over", "not_awaiting_approval", "not_your_own_proposal"),
});

export const rejectQuotaProposals = ofMany(rejectQuotaProposal, {
  id: "rejectQuotaProposals",
  at: "POST /api/admin/quota-proposals/reject",
  summary: "Reject many quotas that wait, for one reason",
});
