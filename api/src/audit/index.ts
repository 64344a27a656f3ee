/** The audit log: every change, written in the transaction that made it, and sealed soon after. */
export { list } from "./actions.ts";
export { AuditLog, exportAuditLogs, listAuditLogs } from "./contract.ts";
export { endHold, placeHold } from "./hold-actions.ts";
export { endAuditHold, placeAuditHold } from "./hold-contract.ts";
export { hasHold } from "./hold-queries.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { findPeople, insert as write } from "./queries.ts";
export { getRetention, keepConfigured, setRetention } from "./retention-actions.ts";
export { getAuditRetention, setAuditRetention } from "./retention-contract.ts";
export { isShorter } from "./rules.ts";
export { publishCheckpoint } from "./seal/actions.ts";
export { auditSigner } from "./seal/batch.ts";
export { LogLine, type Look, readLog } from "./seal/log.ts";
export { flawOf, Proof, prove } from "./seal/proof.ts";
export { countPersonal, secondsOpen as secondsUnsealed } from "./seal/queries.ts";
export { type Finding, type Verdict, Verification } from "./seal/verify.ts";
export { startSealing } from "./sealing.ts";
