import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { measureDue, measureProject, planMeasurements } from "./database-size.ts";

export const jobs = [
  job("planMeasurements", z.object({}), planMeasurements, "* * * * *"),
  job("measureDatabases", z.object({}), measureDue),
  job("measureDatabase", z.object({ projectId: z.string() }), measureProject),
];
