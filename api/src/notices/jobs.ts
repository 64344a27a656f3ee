import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { forgetMail, sendMessage, sendWaiting } from "./actions.ts";

export const jobs = [
  job("forgetMail", z.object({ address: z.string() }), forgetMail),
  job("sendMessage", z.object({ id: z.string() }), sendMessage),
  job("sendWaiting", z.object({}), sendWaiting, "*/5 * * * *"),
];
