import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { mailReset } from "./actions.ts";

export const jobs = [job("mailDeveloperReset", z.object({ email: z.string() }), mailReset)];
