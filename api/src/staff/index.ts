/** Staff: the people who run the platform, their sign-in, sessions and roles. */
export { create, ensureFirst, forget, list, update } from "./actions.ts";
export { purposeOf as totpPurposeOf } from "./check-factor.ts";
export { createStaff, listStaff, loginStaff, logoutStaff, StaffMember, updateStaff } from "./contract.ts";
export { beginEnrolment, confirmEnrolment, getOwn, makeCodes, prove, resetFactor } from "./factor-actions.ts";
export {
  beginTotp,
  changeOwnPassword,
  confirmTotp,
  getOwnAccount,
  makeRecoveryCodes,
  proveStaff,
  resetSecondFactor,
} from "./factor-contract.ts";
export { routes } from "./http.ts";
export { findLiveMember, type LiveMember } from "./identify.ts";
export { accept, invite, resend, revoke } from "./invitation-actions.ts";
export { acceptInvitation, inviteStaff, resendInvitation, revokeInvitation } from "./invitation-contract.ts";
export { jobs } from "./jobs.ts";
export { changePassword } from "./password-actions.ts";
export { forget as forgetMember, forgottenEmail, listActive, lock as holdRoles } from "./queries.ts";
export { refuse } from "./refusals.ts";
export { forgot, makeResetLink, reset } from "./reset-actions.ts";
export { forgotStaffPassword, resetStaffPassword } from "./reset-contract.ts";
export { endAllOf, endOf, endOthers, endOwn, listOwn } from "./session-actions.ts";
export {
  endOtherSessions,
  endOwnSession,
  endStaffSession,
  endStaffSessions,
  listOwnSessions,
  type StaffSession,
} from "./session-contract.ts";
export { endSessionsBehind, insertSession } from "./session-queries.ts";
export { logout, signIn } from "./sign-in-actions.ts";
