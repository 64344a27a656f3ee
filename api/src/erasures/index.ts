/** What staff do for a person who asks to be forgotten: the account goes, and so do their values in the audit log. */
export { ofDeveloper, ofStaff } from "./actions.ts";
export { eraseDeveloper, eraseStaff } from "./contract.ts";
export { routes } from "./http.ts";
