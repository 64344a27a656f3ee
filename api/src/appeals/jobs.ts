import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { tellOpened, watch } from "./staff-actions.ts";

export const jobs = [
  job("tellStaffOfAppeal", z.object({ appealId: z.string() }), tellOpened),
  job("watchAppeals", z.object({}), watch, "*/5 * * * *"),
];
