import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";

/** Of no fixed shape: each kind of thing has its own fields. */
const Snapshot = z.record(z.string(), z.unknown()).nullable();

export const AuditLog = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string().meta({ description: "kind and id of who acted", example: "staff:stf_01jh8x4q3efyxb0v1s2t3w4y5z" }),
    action: z.string().meta({ description: "the id of the operation" }),
    target: z.string(),
    projectId: z.string().nullable(),
    developerId: z.string().nullable(),
    reason: z.string().nullable(),
    before: Snapshot.meta({ description: "what the act changed, as it was" }),
    after: Snapshot.meta({ description: "the same as it became" }),
    requestId: z.string(),
  })
  .meta({ id: "AuditLog", description: "One change: who, what, when, and why." });

export const refuse = refusals({ project_not_found: [404, "There is no such project."] });

export const listAuditLogs = operation({
  id: "listAuditLogs",
  at: "GET /api/admin/audit",
  tag: "Staff",
  summary: "List what was changed, newest first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("audit"),
    projectId: idOf("project").optional(),
    target: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
  },
  returns: [200, pageOf(AuditLog)],
});

export const listOwnAuditLogs = operation({
  id: "listOwnAuditLogs",
  at: "GET /api/projects/{projectId}/audit",
  tag: "Projects",
  summary: "List what was changed about a project, newest first",
  permission: { developer: "projects:read" },
  path: { projectId: idOf("project") },
  query: pagingOf("audit"),
  returns: [200, pageOf(AuditLog)],
  refuses: refuse.declare("project_not_found"),
});
