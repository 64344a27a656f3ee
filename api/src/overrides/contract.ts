import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { limitValue, metric, reason } from "../quotas/index.ts";
import { states } from "./rules.ts";

export const Override = z
  .object({
    id: idOf("override"),
    projectId: idOf("project"),
    metric,
    limit: limitValue,
    reason: z.string(),
    startsAt: z.string(),
    endsAt: z.string().meta({ description: "when it ends by itself" }),
    state: z.enum(states),
    createdBy: z.string(),
    createdAt: z.string(),
    endedAt: z.string().nullable().meta({ description: "when somebody ended it early" }),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: "Override", description: "A limit for a time; the newest one in force goes before quota and plan." });
export type Override = z.output<typeof Override>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  override_not_found: [404, "There is no such override."],
  override_over: [409, "This override has ended already."],
  ends_in_the_past: [422, "`endsAt` must lie in the future."],
  ends_before_it_starts: [422, "`endsAt` must be later than `startsAt`."],
});

const path = { projectId: idOf("project") };

export const addOverride = operation({
  id: "addOverride",
  at: "POST /api/admin/projects/{projectId}/overrides",
  tag: "Staff: limits",
  summary: "Set a limit for a time; it ends by itself",
  permission: { staff: "operator" },
  path,
  body: { metric, limit: limitValue, reason, startsAt: moment.optional(), endsAt: moment },
  returns: [201, Override],
  refuses: refuse.declare("project_not_found", "ends_in_the_past", "ends_before_it_starts"),
});

export const listOverrides = operation({
  id: "listOverrides",
  at: "GET /api/admin/projects/{projectId}/overrides",
  tag: "Staff: limits",
  summary: "List a project's overrides, newest first",
  permission: { staff: "viewer" },
  path,
  query: pagingOf("override"),
  returns: [200, pageOf(Override)],
  refuses: refuse.declare("project_not_found"),
});

export const endOverride = operation({
  id: "endOverride",
  at: "POST /api/admin/overrides/{overrideId}/end",
  tag: "Staff: limits",
  summary: "End an override before its time",
  permission: { staff: "operator" },
  path: { overrideId: idOf("override") },
  body: { reason },
  returns: [200, Override],
  refuses: refuse.declare("override_not_found", "override_over"),
});
