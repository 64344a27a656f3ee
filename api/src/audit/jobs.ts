import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { extend, publishCheckpoint } from "./seal/actions.ts";
import { Asked, erase } from "./seal/erase.ts";
import { removeOld } from "./seal/remove.ts";

export const jobs = [
  job("extendAuditLog", z.object({}), extend, "20 3 * * *"),
  job("removeOldAudit", z.object({}), removeOld, "40 3 * * *"),
  job("publishCheckpoint", z.object({}), publishCheckpoint, "0 * * * *"),
  job("eraseFromAuditLog", Asked, erase),
];
