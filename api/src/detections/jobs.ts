import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forget } from "./actions/detections.ts";
import { summarise } from "./actions/summarise.ts";

export const jobs = [
  job("summariseFeatures", z.object({}), summarise, "* * * * *"),
  job("forgetFeatures", z.object({}), forget, "17 * * * *"),
];
