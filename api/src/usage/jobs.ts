import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forgetSeconds } from "./actions.ts";

export const jobs = [job("forgetSeconds", z.object({}), forgetSeconds, "* * * * *")];
