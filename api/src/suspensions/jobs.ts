import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { closeEnded, endSuspendedSessions } from "./actions.ts";

export const jobs = [
  job("closeEndedSuspensions", z.object({}), closeEnded, "* * * * *"),
  job("endSuspendedSessions", z.object({ projectId: z.string() }), endSuspendedSessions),
];
