import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { removeEvidence, tellOpened, watch } from "./staff-actions.ts";

export const jobs = [
  job("tellStaffOfAppeal", z.object({ appealId: z.string() }), tellOpened),
  job("watchAppeals", z.object({}), watch, "*/5 * * * *"),
  job("removeEvidence", z.object({}), removeEvidence, "*/30 * * * *"),
];
