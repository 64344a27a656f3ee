import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { run, tidy } from "./actions.ts";

export const jobs = [job("runReclaim", z.object({ reclaimId: z.string() }), run), job("tidyReclaims", z.object({}), tidy, "*/10 * * * *")];
