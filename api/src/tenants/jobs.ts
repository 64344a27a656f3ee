import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { endSessions, forgetSharedSettings, provision, resumeUnfinished, sweepLogins } from "./actions.ts";

export const jobs = [
  job("provisionTenant", z.object({ tenantId: z.string() }), provision),
  job("resumeTenants", z.object({}), resumeUnfinished, "* * * * *"),
  job("forgetSharedSettings", z.object({}), forgetSharedSettings, "*/10 * * * *"),
  job("sweepLogins", z.object({}), sweepLogins, "30 * * * *"),
  job("endTenantSessions", z.object({ projectId: z.string() }), endSessions),
];
