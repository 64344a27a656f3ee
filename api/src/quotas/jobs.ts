import { z } from "zod";
import { everyQuarterMinute, job } from "../platform/jobs.ts";
import { measureDue, measureProject } from "./database-size.ts";

export const jobs = [
  ...everyQuarterMinute("measureDatabases", measureDue),
  job("measureDatabase", z.object({ projectId: z.string() }), measureProject),
];
