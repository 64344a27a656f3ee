import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { tellExpired } from "./actions.ts";

export const jobs = [job("tellExpiredApprovals", z.object({}), tellExpired, "11 * * * *")];
