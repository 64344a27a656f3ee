import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forgetSeconds, sumHours } from "./actions.ts";

export const jobs = [
  job("forgetSeconds", z.object({}), forgetSeconds, "* * * * *"),
  job("sumUsageHours", z.object({}), sumHours, "* * * * *"),
];
