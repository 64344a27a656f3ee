import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forget } from "./actions/detections.ts";

export const jobs = [job("forgetFeatures", z.object({}), forget, "17 * * * *")];
