import { z } from "zod";
import type { ActAsJob } from "../platform/action.ts";
import { job } from "../platform/jobs.ts";
import { forgetMail } from "./actions.ts";
import { sendMails } from "./sending/mail.ts";
import { tellStaff } from "./sending/staff.ts";
import { callWebhooks } from "./sending/webhooks.ts";
import { removeOfPurged } from "./webhook-actions.ts";

const everyMinute = "* * * * *";

/** Senders are enqueued with what they send, and come by themselves too: for what was left by a process that died, or waited for a service. */
export const jobs = [
  job("forgetMail", z.object({ address: z.string() }), forgetMail),
  job("sendMails", z.object({}), sendMails, everyMinute),
  job("tellStaff", z.object({}), tellStaff, everyMinute),
  job("callWebhooks", z.object({}), callWebhooks, everyMinute),
  job("forgetWebhooksOfPurged", z.object({}), removeOfPurged, "*/10 * * * *"),
];

/** Sends what waits from this process, whether or not anybody is there to do jobs; who sends already goes on. */
export const sendAtOnce = (act: ActAsJob) => Promise.all([act("sendMails", sendMails, {}), act("tellStaff", tellStaff, {})]);
