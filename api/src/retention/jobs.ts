import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forget } from "./actions.ts";

/** Often, since an answer that shows a secret is kept for ten minutes. */
export const jobs = [job("forgetExpired", z.object({}), forget, "*/2 * * * *")];
