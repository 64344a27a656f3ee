/** Limits that staff set for a time, with a reason, and that end by themselves; a raise by much needs a second person. */
export { add, adopt, approve, end, list, reject } from "./actions.ts";
export { addOverride, approveOverride, endOverride, listOverrides, Override, rejectOverride } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
