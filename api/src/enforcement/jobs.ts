import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { enforceLimits, enforceProjectLimits, planEnforcement } from "./actions.ts";

export const jobs = [
  job("planEnforcement", z.object({}), planEnforcement, "* * * * *"),
  job("enforceLimits", z.object({}), enforceLimits),
  job("enforceProjectLimits", z.object({ projectId: z.string() }), enforceProjectLimits),
];
