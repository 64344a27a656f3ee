import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";

const Reason = textOf(1000);

export const AuditHold = z
  .object({
    id: idOf("hold"),
    reason: z.string(),
    placedBy: z.string(),
    placedAt: z.string(),
    endedBy: z.string().nullable(),
    endedAt: z.string().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: "AuditHold", description: "While one is in force, nothing of the audit log is removed or erased." });

export const refuse = refusals({
  hold_not_found: [404, "There is no such hold."],
  hold_ended: [409, "It was ended already."],
});

export const listAuditHolds = operation({
  id: "listAuditHolds",
  at: "GET /api/admin/audit/holds",
  tag: "Staff",
  summary: "List legal holds on the audit log, newest first",
  permission: { staff: "viewer" },
  query: pagingOf("hold"),
  returns: [200, pageOf(AuditHold)],
});

export const placeAuditHold = operation({
  id: "placeAuditHold",
  at: "POST /api/admin/audit/holds",
  tag: "Staff",
  summary: "Keep the whole audit log as it is, until the hold is ended",
  permission: { staff: "admin" },
  body: { reason: Reason },
  returns: [201, AuditHold],
});

export const endAuditHold = operation({
  id: "endAuditHold",
  at: "POST /api/admin/audit/holds/{holdId}/end",
  tag: "Staff",
  summary: "End a legal hold on the audit log",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: { when: () => true },
  path: { holdId: idOf("hold") },
  body: { reason: Reason },
  returns: [200, AuditHold],
  refuses: refuse.declare("hold_not_found", "hold_ended"),
});
