/** What the console shows and offers, table by table. */
import { apiKeys } from "./api-keys.ts";
import { appeals } from "./appeals.ts";
import { approvals } from "./approvals.ts";
import { auditHolds } from "./audit-holds.ts";
import { auditLogs } from "./audit-logs.ts";
import { breakGlassCodes, breakGlassSessions } from "./break-glass.ts";
import { customerPlans } from "./customer-plans.ts";
import { detectionRules } from "./detection-rules.ts";
import { detections } from "./detections.ts";
import { developers } from "./developers.ts";
import { featureFlags } from "./feature-flags.ts";
import { importedAuditLogs } from "./imported-audit-logs.ts";
import { manualOverrides } from "./manual-overrides.ts";
import { outbox } from "./outbox.ts";
import { overrideRequests } from "./override-requests.ts";
import type { Plan } from "./plan.ts";
import { projectQuotas } from "./project-quotas.ts";
import { projects } from "./projects.ts";
import { quotaProposals } from "./quota-proposals.ts";
import { staff } from "./staff.ts";
import { staffSessions } from "./staff-sessions.ts";
import { suspensions } from "./suspensions.ts";
import { usageMetrics } from "./usage-metrics.ts";

/** In the order of the menu, part by part. */
export const plans: readonly Plan[] = [
  projects,
  apiKeys,
  usageMetrics,
  developers,
  customerPlans,
  suspensions,
  appeals,
  detections,
  detectionRules,
  manualOverrides,
  overrideRequests,
  projectQuotas,
  quotaProposals,
  featureFlags,
  staff,
  approvals,
  staffSessions,
  breakGlassSessions,
  breakGlassCodes,
  auditLogs,
  importedAuditLogs,
  auditHolds,
  outbox,
];
