import { z } from "zod";
import { everyQuarterMinute, job } from "../platform/jobs.ts";
import { warnOfLimits, warnProject } from "./actions.ts";

export const jobs = [
  ...everyQuarterMinute("warnOfLimits", warnOfLimits),
  job("warnProject", z.object({ projectId: z.string() }), warnProject),
];
