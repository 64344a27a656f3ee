import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, paging } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { reasons, states } from "./rules.ts";

export const Suspension = z
  .object({
    id: idOf("suspension"),
    projectId: idOf("project"),
    reason: z.enum(reasons),
    statement: z.string().meta({ description: "what the owner is told" }),
    state: z.enum(states),
    startsAt: z.string(),
    endsAt: z.string().nullable().meta({ description: "when it ends by itself" }),
    liftedAt: z.string().nullable(),
    statusUrl: z.string().meta({ description: "a page that tells about it and needs no key" }),
  })
  .meta({ id: "Suspension", description: "A period in which a project is refused service, and why." });
export type Suspension = z.output<typeof Suspension>;

export const StaffSuspension = Suspension.extend({
  imposedBy: z.string(),
  liftedBy: z.string().nullable(),
  liftReason: z.string().nullable(),
}).meta({ id: "StaffSuspension", description: "A suspension with who imposed and who lifted it." });
export type StaffSuspension = z.output<typeof StaffSuspension>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  suspension_not_found: [404, "There is no such suspension."],
  already_suspended: [409, "This project is already suspended."],
  suspension_over: [409, "This suspension is over already."],
  ends_in_the_past: [422, "`endsAt` must lie in the future."],
  project_suspended: [403, "This project is suspended."],
});

const path = { projectId: idOf("project") };

export const suspendProject = operation({
  id: "suspendProject",
  at: "POST /api/admin/projects/{projectId}/suspensions",
  tag: "Staff: sanctions",
  summary: "Suspend a project: its keys are refused and its open sessions end",
  permission: { staff: "operator" },
  path,
  body: {
    reason: z.enum(reasons),
    statement: z.string().trim().min(1).max(2000).meta({ description: "what the owner is told: what happened, and what to do" }),
    endsAt: moment.optional().meta({ description: "when it ends by itself; open if left out" }),
  },
  returns: [201, StaffSuspension],
  refuses: refuse.declare("project_not_found", "already_suspended", "ends_in_the_past"),
});

export const liftSuspension = operation({
  id: "liftSuspension",
  at: "POST /api/admin/suspensions/{suspensionId}/lift",
  tag: "Staff: sanctions",
  summary: "Lift a suspension: the project is served again at once",
  permission: { staff: "operator" },
  path: { suspensionId: idOf("suspension") },
  body: { reason: z.string().trim().min(1).max(1000) },
  returns: [200, StaffSuspension],
  refuses: refuse.declare("suspension_not_found", "suspension_over"),
});

export const listProjectSuspensions = operation({
  id: "listProjectSuspensions",
  at: "GET /api/admin/projects/{projectId}/suspensions",
  tag: "Staff: sanctions",
  summary: "List any project's suspensions, newest first",
  permission: { staff: "viewer" },
  path,
  query: paging,
  returns: [200, pageOf(StaffSuspension)],
  refuses: refuse.declare("project_not_found"),
});

export const listSuspensions = operation({
  id: "listSuspensions",
  at: "GET /api/projects/{projectId}/suspensions",
  tag: "Limits",
  summary: "List a project's suspensions, newest first",
  permission: { developer: "projects:read" },
  path,
  query: paging,
  returns: [200, pageOf(Suspension)],
  refuses: refuse.declare("project_not_found"),
});
