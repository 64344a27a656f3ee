import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { remindOfDrill } from "./drills.ts";

export const jobs = [job("remindOfBreakGlassDrill", z.object({}), remindOfDrill, "20 * * * *")];
