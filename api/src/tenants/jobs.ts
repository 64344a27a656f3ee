import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { endSessions, provision, resumeUnfinished } from "./actions.ts";

export const jobs = [
  job("provisionTenant", z.object({ tenantId: z.string() }), provision),
  job("resumeTenants", z.object({}), resumeUnfinished, "* * * * *"),
  job("endTenantSessions", z.object({ projectId: z.string() }), endSessions),
];
