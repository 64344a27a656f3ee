import { z } from "zod";
import { everyQuarterMinute, job } from "../platform/jobs.ts";
import { enforceLimits, enforceProjectLimits } from "./actions.ts";

export const jobs = [
  ...everyQuarterMinute("enforceLimits", enforceLimits),
  job("enforceProjectLimits", z.object({ projectId: z.string() }), enforceProjectLimits),
];
