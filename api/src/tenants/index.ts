/** Tenants: the database and the logins of each project. */
export { asOwner, beginPurge, endSessions, lookAsOwner, openSecrets, order, ownerOf, provision, purge, repairLogins } from "./actions.ts";
export { jobs } from "./jobs.ts";
export { databaseOf, loginOf, type TenantLoginKind, type TenantSecrets } from "./rules.ts";
