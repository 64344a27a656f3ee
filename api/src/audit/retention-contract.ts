import { z } from "zod";
import type { Effect } from "../platform/for-two.ts";
import { operation } from "../platform/operation.ts";
import { textOf } from "../platform/text.ts";
import { isShorter } from "./rules.ts";

const least = 12;
const most = 1_200;

export const AuditRetention = z
  .object({
    months: z.int().nullable().meta({ description: "after so many, a month of the audit log is removed, but for its seals; null: never" }),
    source: z
      .enum(["configuration", "staff"])
      .meta({ description: "`configuration`: staff never set it, so AUDIT_RETENTION_MONTHS counts, as it was when it was longest" }),
    configuredMonths: z.int().nullable().meta({
      description: "what AUDIT_RETENTION_MONTHS says; where that is less than `months`, it counts once two admins have set it here",
    }),
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
const monthsOf = (fields: Effect["before"]) => Kept.parse(fields).months;

export const setAuditRetention = operation({
  id: "setAuditRetention",
  at: "PUT /api/admin/audit/retention",
  tag: "Staff",
  summary: "Set how long the audit log is kept, a year at least",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: { where: "where it gets shorter", when: ({ before, after }) => isShorter(monthsOf(after), monthsOf(before)) },
  body: {
    months: z.int().min(least).max(most).optional().meta({ description: "for ever if left out", example: 24 }),
    reason: textOf(1000),
  },
  returns: [200, AuditRetention],
});
