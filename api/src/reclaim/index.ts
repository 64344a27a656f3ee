/** The room that deleted rows leave in a project's tables: how much it is, and giving it back. */
export { getAnyReclaimable, startAnyReclaim } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
