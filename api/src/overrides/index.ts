/** Limits that staff set for a time, with a reason, and that end by themselves; a raise by much needs a second person. */
export { add, adopt, approve, approveMany, end, endMany, list, reject, rejectMany } from "./actions.ts";
export {
  addOverride,
  approveOverride,
  approveOverrides,
  endOverride,
  endOverrides,
  listOverrides,
  Override,
  rejectOverride,
  rejectOverrides,
} from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
