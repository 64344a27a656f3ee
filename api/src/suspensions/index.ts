/** Periods in which a project is refused service: imposed and lifted by staff, told to the owner, ended by time. */
export { adopt, findPublicly, lift, list, suspend } from "./actions.ts";
export { liftSuspension, listProjectSuspensions, refuse, StaffSuspension, Suspension, suspendProject } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { mailOfSuspension } from "./mails.ts";
export { type Reason, reasonNames, reasons, remedies, statusUrlOf } from "./rules.ts";
