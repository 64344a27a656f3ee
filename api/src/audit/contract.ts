import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";

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
    address: z.string().nullable().meta({ description: "where it was asked from; gone once the account is deleted" }),
    userAgent: z.string().nullable(),
    sessionId: z.string().nullable().meta({ description: "the session, or the personal access token, it was done by" }),
    onBehalfOf: z.string().nullable().meta({ description: "kind and id of whoever had it done, where a job went on with it" }),
    breakGlass: z.string().nullable().meta({ description: "the break-glass session it was done in" }),
  })
  .meta({ id: "AuditLog", description: "One change: who, what, when, and why." });

export const refuse = refusals({ project_not_found: [404, "There is no such project."] });

const text = z.string().min(1).max(100);

/** What is looked for; all of it holds for each entry that is found. */
const sought = {
  projectId: idOf("project").optional(),
  actor: z.string().min(1).max(254).optional().meta({
    description: "an id, kind and id as the log tells it, or the e-mail address of somebody who has an account",
    example: "ada@example.com",
  }),
  target: text.optional(),
  action: text.optional(),
  requestId: text.optional(),
  from: moment.optional(),
  until: moment.optional(),
  text: z.string().trim().min(3).max(100).optional().meta({
    description: "stands in reason, before or after, or target; 100,000 entries are looked through, from `cursor` or `until` backwards",
  }),
};

export const listAuditLogs = operation({
  id: "listAuditLogs",
  at: "GET /api/admin/audit",
  tag: "Staff",
  summary: "List what was changed, newest first",
  permission: { staff: "viewer" },
  query: { ...pagingOf("audit"), ...sought },
  returns: [200, pageOf(AuditLog)],
});

export const exportAuditLogs = operation({
  id: "exportAuditLogs",
  at: "POST /api/admin/audit/export",
  tag: "Staff",
  summary: "Take entries out as CSV or lines of JSON, newest first; that this was done is an entry itself",
  permission: { staff: "operator" },
  body: {
    ...sought,
    format: z.enum(["csv", "ndjson"]),
    reason: textOf(1000),
    limit: z.int().min(1).max(10_000).default(10_000),
    cursor: idOf("audit").optional().meta({ description: "`nextCursor` of the part before" }),
  },
  returns: [
    200,
    z
      .object({
        format: z.enum(["csv", "ndjson"]),
        entries: z.int(),
        text: z.string().meta({ description: "the file; a CSV of a further part begins with the names of the columns again" }),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: "AuditExport" }),
  ],
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
