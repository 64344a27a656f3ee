/** What the platform tells people: through an outbox written with its cause, one row for each way it goes. */
export { blank, forgetRecipient, list, type Notice, notify } from "./actions.ts";
export { listOutbox } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
