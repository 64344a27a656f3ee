import { serve } from "../platform/operation.ts";
import { create, list, update } from "./actions.ts";
import * as contract from "./contract.ts";
import * as factorActions from "./factor-actions.ts";
import * as factor from "./factor-contract.ts";
import * as invitations from "./invitation-actions.ts";
import * as invitation from "./invitation-contract.ts";
import { changePassword } from "./password-actions.ts";
import * as resets from "./reset-actions.ts";
import * as reset from "./reset-contract.ts";
import * as sessionActions from "./session-actions.ts";
import * as sessions from "./session-contract.ts";
import { login, logout } from "./sign-in-actions.ts";

export const routes = [
  serve(contract.loginStaff, login),
  serve(contract.logoutStaff, logout),
  serve(reset.forgotStaffPassword, resets.forgot),
  serve(reset.resetStaffPassword, resets.reset),
  serve(factor.getOwnAccount, factorActions.getOwn),
  serve(factor.beginTotp, factorActions.beginEnrolment),
  serve(factor.confirmTotp, factorActions.confirmEnrolment),
  serve(factor.makeRecoveryCodes, factorActions.makeCodes),
  serve(factor.changeOwnPassword, changePassword),
  serve(factor.proveStaff, factorActions.prove),
  serve(sessions.listOwnSessions, sessionActions.listOwn),
  serve(sessions.endOtherSessions, sessionActions.endOthers),
  serve(sessions.endOwnSession, sessionActions.endOwn),
  serve(contract.listStaff, list),
  serve(invitation.acceptInvitation, invitations.accept),
  serve(invitation.inviteStaff, invitations.invite),
  serve(invitation.resendInvitation, invitations.resend),
  serve(invitation.revokeInvitation, invitations.revoke),
  serve(contract.createStaff, create),
  serve(contract.updateStaff, update),
  serve(factor.resetSecondFactor, factorActions.resetFactor),
  serve(sessions.listStaffSessions, sessionActions.listOthers),
  serve(sessions.endStaffSessions, sessionActions.endAllOf),
  serve(sessions.endStaffSession, sessionActions.endOf),
];
