import { routes as apiKeyRoutes } from "../api-keys/index.ts";
import { jobs as appealJobs, routes as appealRoutes } from "../appeals/index.ts";
import { jobs as approvalJobs, routes as approvalRoutes } from "../approvals/index.ts";
import { jobs as auditJobs, routes as auditRoutes } from "../audit/index.ts";
import { routes as backtestRoutes } from "../backtests/index.ts";
import { jobs as breakGlassJobs, routes as breakGlassRoutes } from "../break-glass/index.ts";
import { describedOperations as bulkOperations } from "../bulk/index.ts";
import { describedOperations as dataOperations } from "../data/index.ts";
import { routes as dataSettingsRoutes } from "../data-settings/index.ts";
import { jobs as detectionJobs, routes as detectionRoutes } from "../detections/index.ts";
import { jobs as developerJobs, routes as developerRoutes } from "../developers/index.ts";
import { routes as endUserRoutes } from "../end-users/index.ts";
import { jobs as enforcementJobs } from "../enforcement/index.ts";
import { routes as erasureRoutes } from "../erasures/index.ts";
import { routes as flagRoutes } from "../flags/index.ts";
import { describedOperations as healthOperations } from "../health/index.ts";
import { jobs as noticeJobs, routes as noticeRoutes } from "../notices/index.ts";
import { jobs as overrideJobs, routes as overrideRoutes } from "../overrides/index.ts";
import { routes as planRoutes } from "../plans/index.ts";
import type { Job } from "../platform/jobs.ts";
import type { AnyOperation, Route } from "../platform/operation.ts";
import { jobs as projectJobs, routes as projectRoutes } from "../projects/index.ts";
import { jobs as quotaJobs, routes as quotaRoutes } from "../quotas/index.ts";
import { jobs as reclaimJobs, routes as reclaimRoutes } from "../reclaim/index.ts";
import { jobs as retentionJobs } from "../retention/index.ts";
import { routes as savedFilterRoutes } from "../saved-filters/index.ts";
import { describedOperations as schemaOperations, routes as schemaRoutes } from "../schema/index.ts";
import { routes as signingKeyRoutes } from "../signing-keys/index.ts";
import { describedOperations as sqlOperations } from "../sql/index.ts";
import { jobs as staffJobs, routes as staffRoutes } from "../staff/index.ts";
import { routes as statusRoutes } from "../status/index.ts";
import { jobs as suspensionJobs, routes as suspensionRoutes } from "../suspensions/index.ts";
import { jobs as tenantJobs } from "../tenants/index.ts";
import { jobs as usageJobs, routes as usageRoutes } from "../usage/index.ts";
import { jobs as warningJobs } from "../warnings/index.ts";
import { routes as workQueueRoutes } from "../work-queue/index.ts";

/** What the control plane serves, of all features. */
export const routes: readonly Route[] = [
  ...developerRoutes,
  ...signingKeyRoutes,
  ...projectRoutes,
  ...dataSettingsRoutes,
  ...apiKeyRoutes,
  ...endUserRoutes,
  ...quotaRoutes,
  ...planRoutes,
  ...usageRoutes,
  ...suspensionRoutes,
  ...appealRoutes,
  ...overrideRoutes,
  ...backtestRoutes,
  ...reclaimRoutes,
  ...detectionRoutes,
  ...flagRoutes,
  ...auditRoutes,
  ...erasureRoutes,
  ...staffRoutes,
  ...savedFilterRoutes,
  ...workQueueRoutes,
  ...approvalRoutes,
  ...breakGlassRoutes,
  ...statusRoutes,
  ...noticeRoutes,
  ...schemaRoutes,
];

/** What the OpenAPI document tells: the routes, and what is served beside them. */
export const documented: readonly AnyOperation[] = [
  ...routes.map((each) => each.operation),
  ...dataOperations,
  ...sqlOperations,
  ...bulkOperations,
  ...schemaOperations,
  ...healthOperations,
];

/** What is done later or on schedule, of all features. */
export const jobs: readonly Job[] = [
  ...developerJobs,
  ...noticeJobs,
  ...projectJobs,
  ...tenantJobs,
  ...quotaJobs,
  ...usageJobs,
  ...staffJobs,
  ...suspensionJobs,
  ...appealJobs,
  ...overrideJobs,
  ...warningJobs,
  ...enforcementJobs,
  ...reclaimJobs,
  ...detectionJobs,
  ...retentionJobs,
  ...auditJobs,
  ...approvalJobs,
  ...breakGlassJobs,
];
