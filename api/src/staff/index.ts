/** Staff: the people who run the platform, their sign-in, sessions and roles. */
export { create, ensureFirst, list, update } from "./actions.ts";
export { createStaff, listStaff, loginStaff, logoutStaff, StaffMember, updateStaff } from "./contract.ts";
export { routes } from "./http.ts";
export { findLiveMember, type LiveMember } from "./identify.ts";
export { endSessionsBehind, insertSession, listActive } from "./queries.ts";
export { logout, signIn } from "./sign-in-actions.ts";
