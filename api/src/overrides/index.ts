/** Limits that staff set for a time, with a reason, and that end by themselves. */
export { add, adopt, end, list } from "./actions.ts";
export { addOverride, endOverride, listOverrides, Override } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
