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

const Checkpoint = z
  .object({
    number: z.int().meta({ description: "the batch it is of" }),
    at: z.string(),
    note: z.string().meta({
      description:
        "a signed note (C2SP): whose log it is, how many batches, the hash of the last in base64, how many entries, and when; then the signature",
    }),
  })
  .meta({
    id: "AuditCheckpoint",
    description: "How far the audit log went: kept elsewhere, it shows whether the log was cut or made anew since.",
  });

export const listAuditCheckpoints = operation({
  id: "listAuditCheckpoints",
  at: "GET /api/audit/checkpoints",
  tag: "Operations",
  summary: "The signed checkpoints of the audit log, newest first, and the key to check them with",
  permission: "public",
  query: {
    limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "how many items at most" }),
    before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({ description: "`nextBefore` of the page before" }),
  },
  returns: [
    200,
    z.object({
      publicKey: z.string().meta({ description: "Ed25519, as signed notes write it; the same for ever" }),
      items: z.array(Checkpoint),
      nextBefore: z.int().nullable(),
    }),
  ],
});
