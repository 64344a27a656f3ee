import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { states } from "./rules.ts";

/** Of no fixed shape: each kind of thing has its own fields. */
const Fields = z.record(z.string(), z.unknown()).nullable();

export const Effect = z
  .object({
    action: z.string().meta({ description: "as the audit log will call it" }),
    target: z.string(),
    projectId: z.string().nullable(),
    reason: z.string().nullable(),
    before: Fields.meta({ description: "as it was when it was asked for; once it is not so any more, it has to be asked for anew" }),
    after: Fields.meta({ description: "as it will be; ids, times and who did it come when it is done" }),
  })
  .meta({ id: "ApprovalEffect", description: "Something that the act will change." });

export const Approval = z
  .object({
    id: idOf("approval"),
    operation: z.string().meta({ description: "what will be done: the id of the operation" }),
    summary: z.string().meta({ description: "the same in words" }),
    effects: z.array(Effect).meta({ description: "exactly what it will change, found out by a trial that was taken back" }),
    reason: z.string().nullable(),
    digest: z.string().meta({ description: "of all that is approved, input included; the audit log has it as well" }),
    state: z.enum(states).meta({
      description: "`expired`: nobody decided it within seven days; `lapsed`: what it is about, or who asked, was not as before any more",
    }),
    askedBy: z.string(),
    askedAt: z.string(),
    breakGlass: z.string().nullable().meta({ description: "the break-glass session that it was asked for in" }),
    endsAt: z.string().meta({ description: "until when somebody else may approve it" }),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    isDecidedAlone: z.boolean().meta({
      description: "whoever asked approved, since nobody else on staff could; a day after it was asked for at the earliest",
    }),
  })
  .meta({ id: "Approval", description: "An act that waits for a second person, or did." });
export type Approval = z.output<typeof Approval>;

export const refuse = refusals({
  approval_not_found: [404, "Nothing was asked for under this id."],
  approval_decided: [409, "This was decided already."],
  approval_expired: [409, "Nobody decided this within seven days: ask for it anew."],
  approval_stale: [
    409,
    "What this is about was changed since it was asked for, so that it would do something else, or nothing: it has to be asked for anew.",
  ],
  asker_may_no_longer: [409, "Whoever asked for this may not do it any more: somebody who may has to ask for it anew."],
  approver_may_no_longer: [403, "You may not approve this any more: your role was changed meanwhile, or you were switched off."],
  not_your_own_approval: [403, "You asked for this: another admin approves or rejects it, and you may withdraw it."],
  approval_not_yet_alone: [403, "You asked for this. Nobody else on staff can approve it, so you may: a day after you asked."],
  not_asked_by_you: [403, "Somebody else asked for this: reject it instead."],
});

const path = { approvalId: idOf("approval") };
const reason = textOf(1000).meta({ description: "for the audit log, and for whoever asked" });

export const listApprovals = operation({
  id: "listApprovals",
  at: "GET /api/admin/approvals",
  tag: "Staff",
  summary: "List what waits for a second person, and what did, newest first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("approval"),
    isWaiting: z.enum(["true", "false"]).optional().meta({ description: "what can be approved still, or what can't" }),
  },
  returns: [200, pageOf(Approval)],
});

export const getApproval = operation({
  id: "getApproval",
  at: "GET /api/admin/approvals/{approvalId}",
  tag: "Staff",
  summary: "An act that waits for a second person, with exactly what it will change",
  permission: { staff: "viewer" },
  path,
  returns: [200, Approval],
  refuses: refuse.declare("approval_not_found"),
});

export const grantApproval = operation({
  id: "grantApproval",
  at: "POST /api/admin/approvals/{approvalId}/approve",
  tag: "Staff",
  summary: "Approve what another member of staff asked for: it is done at once, as it was asked for",
  permission: { staff: "admin" },
  isSensitive: true,
  path,
  body: { reason },
  returns: [200, Approval],
  refuses: refuse.declare(
    ...(["approval_not_found", "approval_decided", "approval_expired", "approval_stale"] as const),
    ...(["asker_may_no_longer", "approver_may_no_longer", "not_your_own_approval", "approval_not_yet_alone"] as const),
  ),
});

export const rejectApproval = operation({
  id: "rejectApproval",
  at: "POST /api/admin/approvals/{approvalId}/reject",
  tag: "Staff",
  summary: "Reject what another member of staff asked for",
  permission: { staff: "admin" },
  path,
  body: { reason },
  returns: [200, Approval],
  refuses: refuse.declare("approval_not_found", "approval_decided", "approval_expired", "not_your_own_approval"),
});

export const withdrawApproval = operation({
  id: "withdrawApproval",
  at: "POST /api/admin/approvals/{approvalId}/withdraw",
  tag: "Staff",
  summary: "Withdraw what you asked for, while it waits for a second person",
  permission: { staff: "admin" },
  path,
  body: { reason },
  returns: [200, Approval],
  refuses: refuse.declare("approval_not_found", "approval_decided", "approval_expired", "not_asked_by_you"),
});
