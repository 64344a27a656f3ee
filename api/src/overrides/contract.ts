import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { confirm, limitValue, metric, reason, refuse as refuseQuota } from "../quotas/index.ts";
import { states } from "./rules.ts";

const EffectiveLimit = z.object({
  limit: limitValue,
  source: z.enum(["plan", "quota", "override"]).meta({ description: "what says so" }),
});

export const Override = z
  .object({
    id: idOf("override"),
    projectId: idOf("project"),
    metric,
    limit: limitValue,
    reason: z.string(),
    startsAt: z.string(),
    endsAt: z.string().meta({ description: "when it ends by itself" }),
    state: z.enum(states).meta({ description: "`expired`: nobody approved it before its end" }),
    createdBy: z.string(),
    createdAt: z.string(),
    approvedBy: z.string().nullable().meta({ description: "somebody else, where it raises the limit by much" }),
    approvedAt: z.string().nullable(),
    endedAt: z.string().nullable().meta({ description: "when somebody ended it early, or rejected it" }),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    effective: z
      .object({ before: EffectiveLimit, during: EffectiveLimit, after: EffectiveLimit })
      .meta({ description: "what limits the project just before it, while it lasts and after it, with quota and plan as they are today" }),
  })
  .meta({ id: "Override", description: "A limit for a time; the newest one in force goes before quota and plan." });
export type Override = z.output<typeof Override>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  override_not_found: [404, "There is no such override."],
  override_over: [409, "This override has ended already."],
  not_awaiting_approval: [409, "This override does not wait for approval: it never had to, or somebody decided already."],
  not_your_own_override: [403, "You asked for this override: somebody else decides it."],
  ends_in_the_past: [422, "`endsAt` must lie in the future."],
  starts_in_the_past: [422, "`startsAt` must not lie in the past; leave it out for now."],
  ends_before_it_starts: [422, "`endsAt` must be later than `startsAt`."],
});

const path = { projectId: idOf("project") };
const ofOverride = { overrideId: idOf("override") };

export const addOverride = operation({
  id: "addOverride",
  at: "POST /api/admin/projects/{projectId}/overrides",
  tag: "Staff: limits",
  summary: "Set a limit for a time; it ends by itself. A raise by much waits for somebody else's approval",
  permission: { staff: "operator" },
  path,
  body: { metric, limit: limitValue, reason, startsAt: moment.optional(), endsAt: moment, confirm },
  returns: [201, Override],
  refuses: [
    ...refuse.declare("project_not_found", "ends_in_the_past", "starts_in_the_past", "ends_before_it_starts"),
    ...refuseQuota.declare("confirmation_needed", "project_is_deleted"),
  ],
});

export const listOverrides = operation({
  id: "listOverrides",
  at: "GET /api/admin/projects/{projectId}/overrides",
  tag: "Staff: limits",
  summary: "List a project's overrides, newest first, with what limits it before, while and after each",
  permission: { staff: "viewer" },
  path,
  query: pagingOf("override"),
  returns: [200, pageOf(Override)],
  refuses: refuse.declare("project_not_found"),
});

export const approveOverride = operation({
  id: "approveOverride",
  at: "POST /api/admin/overrides/{overrideId}/approve",
  tag: "Staff: limits",
  summary: "Approve an override that raises a limit by much; who asked for it does not",
  permission: { staff: "operator" },
  path: ofOverride,
  body: { reason },
  returns: [200, Override],
  refuses: [
    ...refuse.declare("override_not_found", "not_awaiting_approval", "not_your_own_override", "override_over", "project_not_found"),
    ...refuseQuota.declare("project_is_deleted"),
  ],
});

export const approveOverrides = ofMany(approveOverride, {
  id: "approveOverrides",
  at: "POST /api/admin/overrides/approve",
  summary: "Approve many overrides that wait, for one reason",
});

export const rejectOverride = operation({
  id: "rejectOverride",
  at: "POST /api/admin/overrides/{overrideId}/reject",
  tag: "Staff: limits",
  summary: "Reject an override that waits for approval; who asked for it does not",
  permission: { staff: "operator" },
  path: ofOverride,
  body: { reason },
  returns: [200, Override],
  refuses: refuse.declare("override_not_found", "not_awaiting_approval", "not_your_own_override", "override_over"),
});

export const rejectOverrides = ofMany(rejectOverride, {
  id: "rejectOverrides",
  at: "POST /api/admin/overrides/reject",
  summary: "Reject many overrides that wait, for one reason",
});

export const endOverride = operation({
  id: "endOverride",
  at: "POST /api/admin/overrides/{overrideId}/end",
  tag: "Staff: limits",
  summary: "End an override before its time",
  permission: { staff: "operator" },
  path: ofOverride,
  body: { reason },
  returns: [200, Override],
  refuses: refuse.declare("override_not_found", "override_over"),
});

export const endOverrides = ofMany(endOverride, {
  id: "endOverrides",
  at: "POST /api/admin/overrides/end",
  summary: "End many overrides before their time, for one reason",
});
