/** What the platform tells people, by mail, webhook and Telegram: through an outbox written with its cause, one row for each way it goes. */
export { blank, forgetRecipient, get, list, listTold, type Notice, notify, retry, retryMany } from "./actions.ts";
export { getMessage, listOutbox, listProjectNotices, retryMessage, retryMessages } from "./contract.ts";
export { htmlOf } from "./html.ts";
export { routes } from "./http.ts";
export { jobs, sendAtOnce } from "./jobs.ts";
export { linkLetter } from "./link-letter.ts";
export { everyTemplate, type Said, type Template, template } from "./template.ts";
export { listForStaff as listWebhooksForStaff } from "./webhook-actions.ts";
export { listProjectWebhooks } from "./webhook-contract.ts";
