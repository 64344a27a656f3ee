/** The audit log: every change, written in the transaction that made it, and sealed soon after. */
export { list } from "./actions.ts";
export { AuditLog, listAuditLogs } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { insert as write } from "./queries.ts";
export { startSealing } from "./sealing.ts";
