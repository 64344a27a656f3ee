/** What the platform tells people, by mail, webhook and Telegram: through an outbox written with its cause, one row for each way it goes. */
export { blank, forgetRecipient, list, type Notice, notify, retry } from "./actions.ts";
export { listOutbox, retryMessage } from "./contract.ts";
export { htmlOf } from "./html.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { everyTemplate, type Said, type Template, template } from "./template.ts";
