import { serve } from "../platform/operation.ts";
import { get, list, listTold, retry, retryMany } from "./actions.ts";
import { getMessage, listNotices, listOutbox, listProjectNotices, retryMessage, retryMessages } from "./contract.ts";
import * as webhooks from "./webhook-actions.ts";
import * as contract from "./webhook-contract.ts";

export const routes = [
  serve(listOutbox, list),
  serve(getMessage, get),
  serve(retryMessage, retry),
  serve(listNotices, listTold),
  serve(listProjectNotices, listTold),
  serve(contract.createWebhook, webhooks.create),
  serve(contract.listWebhooks, webhooks.list),
  serve(contract.listProjectWebhooks, webhooks.listForStaff),
  serve(contract.getWebhook, webhooks.get),
  serve(contract.updateWebhook, webhooks.update),
  serve(contract.deleteWebhook, webhooks.remove),
  serve(contract.rotateWebhookSecret, webhooks.rotate),
  serve(contract.testWebhook, webhooks.sendTest),
  serve(contract.listWebhookDeliveries, webhooks.listDeliveries),
  serve(contract.redeliverWebhook, webhooks.redeliver),
  serve(retryMessages, retryMany),
];
