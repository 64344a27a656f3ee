import { serve } from "../platform/operation.ts";
import * as accounts from "./actions.ts";
import * as contract from "./contract.ts";
import * as sessions from "./session-actions.ts";
import * as tokens from "./token-actions.ts";

export const routes = [
  serve(contract.registerDeveloper, accounts.register),
  serve(contract.loginDeveloper, sessions.login),
  serve(contract.refreshSession, sessions.refresh),
  serve(contract.logoutDeveloper, sessions.logout),
  serve(contract.verifyEmail, accounts.verifyAddress),
  serve(contract.forgotPassword, accounts.forgot),
  serve(contract.resetPassword, accounts.reset),
  serve(contract.getDeveloper, accounts.getOwn),
  serve(contract.updateDeveloper, accounts.update),
  serve(contract.deleteDeveloper, accounts.deleteOwn),
  serve(contract.listSessions, sessions.listSessions),
  serve(contract.endSession, sessions.end),
  serve(contract.createToken, tokens.create),
  serve(contract.listTokens, tokens.list),
  serve(contract.revokeToken, tokens.revoke),
  serve(contract.listDevelopers, accounts.list),
  serve(contract.getAnyDeveloper, accounts.getAny),
];
