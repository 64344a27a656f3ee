import { z } from "zod";
import type { Effect } from "../platform/for-two.ts";
import { operation } from "../platform/operation.ts";

const least = 12;
const most = 1_200;

export const AuditRetention = z
  .object({
    months: z.int().nullable().meta({ description: "after so many, a month of the audit log is removed, but for its seals; null: never" }),
    source: z
      .enum(["configuration", "staff"])
      .meta({ description: "`configuration`: staff never set it, so AUDIT_RETENTION_MONTHS counts" }),
    reason: z.string().nullable(),
    setBy: z.string().nullable(),
    setAt: z.string().nullable(),
    revision: z.int(),
  })
  .meta({ id: "AuditRetention", description: "How long the audit log is kept." });
export type AuditRetention = z.output<typeof AuditRetention>;

export const getAuditRetention = operation({
  id: "getAuditRetention",
  at: "GET /api/admin/audit/retention",
  tag: "Staff",
  summary: "How long the audit log is kept, and who said so",
  permission: { staff: "viewer" },
  returns: [200, AuditRetention],
});

const Kept = AuditRetention.pick({ months: true });
const monthsOf = (fields: Effect["before"]) => Kept.parse(fields).months ?? Number.POSITIVE_INFINITY;

export const setAuditRetention = operation({
  id: "setAuditRetention",
  at: "PUT /api/admin/audit/retention",
  tag: "Staff",
  summary: "Set how long the audit log is kept, a year at least",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: { where: "where it gets shorter", when: ({ before, after }) => monthsOf(after) < monthsOf(before) },
  body: {
    months: z.int().min(least).max(most).optional().meta({ description: "for ever if left out", example: 24 }),
    reason: z.string().trim().min(1, "must not be empty").max(1000),
  },
  returns: [200, AuditRetention],
});
