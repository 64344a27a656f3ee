/** What one person of staff does not do alone: it waits here until another approves exactly that. */
export { forgetPerson, get, grant, list, reject, withdraw } from "./actions.ts";
export { askSecond } from "./asking.ts";
export { getApproval, grantApproval, listApprovals, rejectApproval, withdrawApproval } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
