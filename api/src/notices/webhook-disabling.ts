import type { Context } from "../platform/action.ts";
import { notify } from "./actions.ts";
import { template } from "./template.ts";
import * as queries from "./webhook-queries.ts";

interface Disabled {
  readonly webhookId: string;
  readonly url: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly because: "gone" | "failing";
  readonly error: string;
  readonly failingSince: string | null;
}

const reasons = {
  gone: () => "It answered 410, which says that it is gone for good.",
  failing: ({ failingSince, error }: Disabled) => `It has taken nothing since ${failingSince}. What came of the last attempt: ${error}.`,
} as const;

const webhookDisabled = template<Disabled>({
  name: "webhook_disabled",
  about: "A webhook answered 410 or took nothing for days, and is not called any more.",
  goesTo: "owner",
  example: {
    webhookId: "whk_01jh8x4q3efyxb0v1s2t3w4y5z",
    url: "https://example.com/hooks/nextmavens",
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Field notes",
    because: "failing",
    error: "it answered 500",
    failingSince: "2026-11-19T08:00:00.000Z",
  },
  write: (it) => ({
    subject: `A webhook of your project ${it.projectName} is disabled`,
    body: `The webhook ${it.url} (${it.webhookId}) of your project ${it.projectName} (${it.projectId}) is disabled. ${reasons[it.because](it)}

What waited for it was not delivered; nothing of the project itself is affected. You still get every notice by mail.

What you can do: mend what answers there, then enable the webhook:
PATCH /api/projects/${it.projectId}/webhooks/${it.webhookId} with {"isEnabled": true}

Its list of deliveries shows what was missed, and each of them can be sent again.
`,
  }),
});

/** Calls a webhook no more, and tells its owner. */
export async function disable(
  context: Context,
  endpoint: Omit<Disabled, "webhookId" | "because" | "error"> & { readonly endpointId: string; readonly developerId: string },
  because: Disabled["because"],
  error: string,
): Promise<void> {
  const { endpointId: webhookId, projectId, url, projectName, failingSince, developerId } = endpoint;
  const after = await queries.disable(context.db, webhookId, because, context.now);
  await queries.failWaiting(context.db, webhookId, "the webhook was disabled");
  context.audit({ action: "disableWebhook", target: webhookId, projectId, reason: error, after });
  const told = webhookDisabled({ webhookId, url, projectId, projectName, because, error, failingSince });
  await notify(context, { to: { developerId }, projectId, ...told });
}
