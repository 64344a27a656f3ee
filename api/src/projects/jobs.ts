import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { activateBuilt, purge, purgeDue } from "./actions.ts";

export const jobs = [
  job("activateBuiltProjects", z.object({}), activateBuilt, "* * * * *"),
  job("purgeDueProjects", z.object({}), purgeDue, "* * * * *"),
  job("purgeProject", z.object({ projectId: z.string() }), purge),
];
