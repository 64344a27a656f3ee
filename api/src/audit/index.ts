/** The audit log: every change, written in the transaction that made it. */
export { list } from "./actions.ts";
export { AuditLog, listAuditLogs } from "./contract.ts";
export { routes } from "./http.ts";
export { insert as write } from "./queries.ts";
