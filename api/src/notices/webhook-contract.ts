import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { noteOf } from "../platform/text.ts";
import { isTold, namesTold } from "./template.ts";

const Event = z
  .string()
  .max(100)
  .refine(isTold, { error: () => `must be the name of a notice that webhooks get: ${namesTold().join(", ")}` })
  .meta({ example: "project_warned" });
const Url = z.string().max(2000).meta({ description: "an https address on the internet", example: "https://example.com/hooks/nextmavens" });
const Description = noteOf(200);
const Events = z.array(Event).min(1, "must name one, or be null for all").max(50).nullable();

/** An endpoint as it is kept. */
export const Endpoint = z.object({
  id: idOf("webhook"),
  projectId: idOf("project"),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()).nullable().meta({ description: "which notices are sent there; null: all" }),
  failingSince: z.string().nullable(),
  disabledAt: z.string().nullable(),
  disabledBecause: z
    .enum(["owner", "gone", "failing"])
    .nullable()
    .meta({ description: "owner: you did; gone: it answered 410; failing: it took nothing for days" }),
  previousUntil: z.string().nullable().meta({ description: "until when the secret before signs as well" }),
  createdAt: z.string(),
  updatedAt: z.string(),
  revision: z.int(),
});
export type Endpoint = z.output<typeof Endpoint>;

export const Webhook = Endpoint.extend({ state: z.enum(["active", "failing", "disabled"]) }).meta({
  id: "Webhook",
  description: "Where a project is told by machine what its owner is told.",
});

/** A webhook as staff see it, who support its owner and need no address that may let others in. */
export const StaffWebhook = Webhook.extend({
  url: z.string().meta({ description: "where it leads, without what may be secret of its address" }),
  lastFailure: z
    .object({ at: z.string().meta({ description: "when what was not taken was told" }), status: z.int().nullable(), error: z.string() })
    .nullable()
    .meta({ description: "of what was told last and not taken at once" }),
}).meta({ id: "StaffWebhook", description: "A webhook of a project, as staff see it." });

const NewWebhook = Webhook.extend({
  secret: z.string().meta({ description: "what the requests are signed with (Standard Webhooks), shown this once", example: "whsec_…" }),
}).meta({ id: "NewWebhook" });

export const Delivery = z
  .object({
    id: z.string().meta({ description: "also the `webhook-id` that it goes by, the same at each attempt" }),
    noticeId: z.string().nullable(),
    event: z.string(),
    state: z.enum(["waiting", "sent", "failed"]),
    attempts: z.int(),
    lastStatus: z.int().nullable().meta({ description: "what the endpoint answered last, if it answered" }),
    lastError: z.string().nullable(),
    createdAt: z.string(),
    deliveredAt: z.string().nullable(),
    nextAttemptAt: z.string().nullable(),
  })
  .meta({ id: "WebhookDelivery", description: "A notice on its way to a webhook." });

export const webhooksMax = 10;
export const refuseWebhook = refusals({
  project_not_found: [404, "There is no such project."],
  project_is_deleted: [409, "The project is deleted: restore it first."],
  webhook_not_found: [404, "There is no such webhook."],
  too_many_webhooks: [409, `A project has ${webhooksMax} webhooks at most: delete one first.`],
  webhook_url_not_reachable: [422, "`url` must be an https address on the internet, without a name and password in it."],
  webhook_disabled: [409, "The webhook is disabled: enable it first."],
  delivery_not_found: [404, "There is no such delivery."],
  delivery_waits: [409, "The delivery waits to be sent already."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
});

const path = { projectId: idOf("project") };
const webhookPath = { ...path, webhookId: idOf("webhook") };
const overlapSecondsMax = 7 * 86_400;

export const createWebhook = operation({
  id: "createWebhook",
  at: "POST /api/projects/{projectId}/webhooks",
  tag: "Notices",
  summary: "Have a project's notices sent to an address of yours; what signs them is shown this once",
  permission: { developer: "projects:write" },
  path,
  body: { url: Url, description: Description.default(""), events: Events.default(null) },
  returns: [201, NewWebhook],
  refuses: refuseWebhook.declare("project_not_found", "project_is_deleted", "too_many_webhooks", "webhook_url_not_reachable"),
  showsSecret: true,
});

export const listWebhooks = operation({
  id: "listWebhooks",
  at: "GET /api/projects/{projectId}/webhooks",
  tag: "Notices",
  summary: "List a project's webhooks, newest first",
  permission: { developer: "projects:read" },
  path,
  returns: [200, z.object({ items: z.array(Webhook) })],
  refuses: refuseWebhook.declare("project_not_found"),
});

export const listProjectWebhooks = operation({
  id: "listProjectWebhooks",
  at: "GET /api/admin/projects/{projectId}/webhooks",
  tag: "Staff",
  summary: "List a project's webhooks with what went wrong last, newest first",
  permission: { staff: "support" },
  path,
  returns: [200, z.object({ items: z.array(StaffWebhook) })],
  refuses: refuseWebhook.declare("project_not_found"),
});

export const getWebhook = operation({
  id: "getWebhook",
  at: "GET /api/projects/{projectId}/webhooks/{webhookId}",
  tag: "Notices",
  summary: "A webhook of a project",
  permission: { developer: "projects:read" },
  path: webhookPath,
  returns: [200, Webhook],
  refuses: refuseWebhook.declare("webhook_not_found"),
});

export const updateWebhook = operation({
  id: "updateWebhook",
  at: "PATCH /api/projects/{projectId}/webhooks/{webhookId}",
  tag: "Notices",
  summary: "Change where a webhook leads and what is sent there, disable it or enable it again",
  permission: { developer: "projects:write" },
  path: webhookPath,
  body: { url: Url.optional(), description: Description.optional(), events: Events.optional(), isEnabled: z.boolean().optional() },
  returns: [200, Webhook],
  ifMatch: "optional",
  refuses: refuseWebhook.declare("webhook_not_found", "webhook_url_not_reachable", "edited_meanwhile"),
});

export const deleteWebhook = operation({
  id: "deleteWebhook",
  at: "DELETE /api/projects/{projectId}/webhooks/{webhookId}",
  tag: "Notices",
  summary: "Delete a webhook; what still waits is not sent any more",
  permission: { developer: "projects:write" },
  path: webhookPath,
  returns: [204, z.undefined()],
  refuses: refuseWebhook.declare("webhook_not_found"),
});

export const rotateWebhookSecret = operation({
  id: "rotateWebhookSecret",
  at: "POST /api/projects/{projectId}/webhooks/{webhookId}/rotate-secret",
  tag: "Notices",
  summary: "Give a webhook another secret; both sign during the overlap",
  permission: { developer: "projects:write" },
  path: webhookPath,
  body: { overlapSeconds: z.int().min(0).max(overlapSecondsMax).default(86_400) },
  returns: [201, NewWebhook],
  refuses: refuseWebhook.declare("webhook_not_found"),
  showsSecret: true,
});

export const testWebhook = operation({
  id: "testWebhook",
  at: "POST /api/projects/{projectId}/webhooks/{webhookId}/test",
  tag: "Notices",
  summary: "Send a webhook something to try it out; the deliveries tell how that went",
  permission: { developer: "projects:write" },
  path: webhookPath,
  returns: [202, Delivery],
  refuses: refuseWebhook.declare("webhook_not_found", "webhook_disabled"),
});

export const listWebhookDeliveries = operation({
  id: "listWebhookDeliveries",
  at: "GET /api/projects/{projectId}/webhooks/{webhookId}/deliveries",
  tag: "Notices",
  summary: "List what was sent to a webhook and how that went, newest first",
  permission: { developer: "projects:read" },
  path: webhookPath,
  query: pagingOf("message"),
  returns: [200, pageOf(Delivery)],
  refuses: refuseWebhook.declare("webhook_not_found"),
});

export const redeliverWebhook = operation({
  id: "redeliverWebhook",
  at: "POST /api/projects/{projectId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver",
  tag: "Notices",
  summary: "Send something to a webhook once more, as it was",
  permission: { developer: "projects:write" },
  path: { ...webhookPath, deliveryId: idOf("message") },
  returns: [202, Delivery],
  refuses: refuseWebhook.declare("webhook_not_found", "webhook_disabled", "delivery_not_found", "delivery_waits"),
});
