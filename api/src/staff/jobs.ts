import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { mailReset } from "./reset-actions.ts";

export const jobs = [job("mailStaffReset", z.object({ email: z.string() }), mailReset)];
