/** Limits of projects: what they are, where each comes from, how much is used, and the counting that enforces them. */
export { changed, list, listForStaff, remove, set } from "./actions.ts";
export { limitValue, listProjectQuotas, listQuotas, metric, reason, refuse, removeProjectQuota, setProjectQuota } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
