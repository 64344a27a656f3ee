import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";

export const refuse = refusals({ mail_not_sent: [502, "The mail service did not take the message; it is tried again."] });

export const Message = z
  .object({
    id: z.string(),
    channel: z.enum(["mail", "telegram", "webhook"]),
    recipient: z.string(),
    projectId: idOf("project").nullable(),
    template: z.string(),
    subject: z.string(),
    body: z.string(),
    state: z.enum(["waiting", "sent", "failed"]),
    attempts: z.number(),
    lastError: z.string().nullable(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .meta({ id: "Message", description: "What the platform tells somebody on one channel, waiting or sent." });
export type Message = z.output<typeof Message>;

/** Bodies carry sign-in links, so only the highest role reads them; the console's list leaves them out. */
export const listOutbox = operation({
  id: "listOutbox",
  at: "GET /api/admin/outbox",
  tag: "Staff",
  summary: "List messages that wait, were sent, or failed, newest first",
  permission: { staff: "admin" },
  query: pagingOf("message"),
  returns: [200, pageOf(Message)],
});
