import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  message_not_found: [404, "There is no such message."],
  message_not_failed: [409, "The message was sent, or waits to be sent already."],
  message_is_a_webhooks: [409, "Owners have their webhooks called again themselves: see the webhook's deliveries."],
  recipient_is_forgotten: [409, "The account that it was for is deleted, and its address forgotten."],
});

const Channel = z.enum(["mail", "telegram", "webhook"]);
const State = z.enum(["waiting", "sent", "failed"]);

export const Message = z
  .object({
    id: z.string(),
    channel: Channel,
    recipient: z.string().meta({ description: "an address; `staff`; or the id of a webhook" }),
    projectId: idOf("project").nullable(),
    template: z.string(),
    subject: z.string(),
    body: z.string().meta({ description: "without the links and tokens that are its reader's alone, where a mail service is configured" }),
    state: State,
    attempts: z.number(),
    lastError: z.string().nullable(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
    nextAttemptAt: z.string().nullable().meta({ description: "not before; mail goes once a mail service is configured" }),
  })
  .meta({ id: "Message", description: "What the platform tells somebody on one channel, waiting or sent." });
export type Message = z.output<typeof Message>;

/** Where the outbox is the mailbox, bodies carry links that let in who has them: only the highest role reads them. */
export const listOutbox = operation({
  id: "listOutbox",
  at: "GET /api/admin/outbox",
  tag: "Staff",
  summary: "List messages that wait, were sent, or failed, newest first",
  permission: { staff: "admin" },
  query: { ...pagingOf("message"), state: State.optional(), channel: Channel.optional(), projectId: idOf("project").optional() },
  returns: [200, pageOf(Message)],
});
export type OutboxFilter = Pick<z.output<typeof listOutbox.input>, "state" | "channel" | "projectId">;

export const getMessage = operation({
  id: "getMessage",
  at: "GET /api/admin/outbox/{messageId}",
  tag: "Staff",
  summary: "A message, and how it went",
  permission: { staff: "admin" },
  path: { messageId: idOf("message") },
  returns: [200, Message],
  refuses: refuse.declare("message_not_found"),
});

export const retryMessage = operation({
  id: "retryMessage",
  at: "POST /api/admin/outbox/{messageId}/retry",
  tag: "Staff",
  summary: "Send a message that was given up once more; one that may have been delivered then may be delivered twice",
  permission: { staff: "admin" },
  path: { messageId: idOf("message") },
  body: { reason: textOf(1000) },
  returns: [202, Message],
  refuses: refuse.declare("message_not_found", "message_not_failed", "message_is_a_webhooks", "recipient_is_forgotten"),
});

export const retryMessages = ofMany(retryMessage, {
  id: "retryMessages",
  at: "POST /api/admin/outbox/retry",
  summary: "Send many messages that were given up once more, for one reason",
});

export const ToldNotice = z
  .object({
    id: z.string(),
    template: z.string(),
    subject: z.string(),
    body: z.string(),
    data: z.record(z.string(), z.unknown()).meta({ description: "the same for machines" }),
    createdAt: z.string(),
    ways: z.array(
      z.object({
        channel: Channel,
        to: z.string().meta({ description: "an address, or the id of a webhook" }),
        state: State,
        sentAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Notice", description: "What the owner of a project was told, and how it went to them." });

const told = {
  path: { projectId: idOf("project") },
  query: pagingOf("notice"),
  returns: [200, pageOf(ToldNotice)],
  refuses: refuse.declare("project_not_found"),
} as const;

export const listNotices = operation({
  id: "listNotices",
  at: "GET /api/projects/{projectId}/notices",
  tag: "Notices",
  summary: "List what you were told about a project, newest first",
  permission: { developer: "projects:read" },
  ...told,
});

export const listProjectNotices = operation({
  id: "listProjectNotices",
  at: "GET /api/admin/projects/{projectId}/notices",
  tag: "Staff",
  summary: "List what the owner of a project was told, newest first",
  permission: { staff: "support" },
  ...told,
});
