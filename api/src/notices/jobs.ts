import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { sendMessage, sendWaiting } from "./actions.ts";

export const jobs = [
  job("sendMessage", z.object({ id: z.string() }), sendMessage),
  job("sendWaiting", z.object({}), sendWaiting, "*/5 * * * *"),
];
