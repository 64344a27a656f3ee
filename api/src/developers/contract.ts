import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { Password } from "../platform/password.ts";
import { scopes } from "../platform/permission.ts";
import { refusals } from "../platform/refusal.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";

const Email = z.email("must be an e-mail address").max(254);

export const Developer = z
  .object({
    id: idOf("developer"),
    email: z.string(),
    name: z.string(),
    plan: z.string(),
    isEmailVerified: z.boolean(),
    createdAt: z.string(),
    revision: z.number(),
  })
  .meta({ id: "Developer", description: "A customer of the platform." });
export type Developer = z.output<typeof Developer>;

const SignedIn = z
  .object({
    developer: Developer.pick({ id: true, email: true, name: true }),
    accessToken: z.string().meta({ description: "a JWT for the Authorization header" }),
    refreshToken: z.string().meta({ description: "serves once, for the next pair" }),
    expiresAt: z.string().meta({ description: "when the access token ends" }),
  })
  .meta({ id: "SignedIn" });

const Session = z
  .object({
    id: idOf("session"),
    createdAt: z.string(),
    lastUsedAt: z.string(),
    expiresAt: z.string(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: "Session", description: "A sign-in and everything refreshed from it." });

export const Token = z
  .object({
    id: idOf("token"),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: "Token", description: "A personal access token, without its secret." });

export const refuse = refusals({
  email_taken: [409, "There is an account with this e-mail already: sign in, or reset its password."],
  refresh_token_invalid: [401, "This refresh token is not valid: sign in again."],
  refresh_token_reused: [401, "This refresh token was used before, so everything refreshed from it was ended: sign in again."],
  refresh_in_progress: [409, "This refresh token is being used by another request at this moment."],
  link_invalid: [400, "This token is not valid: it was used, is too old, or was mistyped."],
  nothing_to_end: [401, "Say which session to end: send the access token or the refresh token."],
  session_not_found: [404, "There is no such session."],
  token_not_found: [404, "There is no such token."],
  expiry_out_of_range: [422, "expiresAt must lie in the future, at most a year from now, and no later than the token it is made with."],
  scope_not_held: [403, "A token cannot give more than its maker holds."],
  has_projects: [409, "Delete the projects first; those that can still be restored count too."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  developer_not_found: [404, "There is no such developer."],
});

export const registerDeveloper = operation({
  id: "registerDeveloper",
  at: "POST /api/auth/register",
  tag: "Auth",
  summary: "Make an account and sign in",
  permission: "public",
  body: { email: Email, password: Password, name: Name.meta({ example: "Ada" }) },
  returns: [201, SignedIn],
  refuses: [...refuse.declare("email_taken"), ...refuseSignIn.declare("too_many_attempts")],
  showsSecret: true,
});

export const loginDeveloper = operation({
  id: "loginDeveloper",
  at: "POST /api/auth/login",
  tag: "Auth",
  summary: "Sign in",
  permission: "public",
  body: { email: z.string().max(254), password: z.string().max(200) },
  returns: [200, SignedIn],
  refuses: refuseSignIn.declare("wrong_credentials", "too_many_attempts"),
  showsSecret: true,
});

export const refreshSession = operation({
  id: "refreshSession",
  at: "POST /api/auth/refresh",
  tag: "Auth",
  summary: "Trade a refresh token for the next pair of tokens",
  permission: "public",
  body: { refreshToken: z.string().max(200) },
  returns: [200, SignedIn],
  refuses: refuse.declare("refresh_token_invalid", "refresh_token_reused", "refresh_in_progress"),
  showsSecret: true,
});

export const logoutDeveloper = operation({
  id: "logoutDeveloper",
  at: "POST /api/auth/logout",
  tag: "Auth",
  summary: "End the session of the access token, or of the refresh token sent",
  permission: "public",
  body: { refreshToken: z.string().max(200).optional() },
  returns: [204, z.undefined()],
  refuses: refuse.declare("nothing_to_end"),
});

export const verifyEmail = operation({
  id: "verifyEmail",
  at: "POST /api/auth/verify-email",
  tag: "Auth",
  summary: "Prove an e-mail address by the token mailed to it",
  permission: "public",
  body: { token: z.string().max(200) },
  returns: [200, Developer],
  refuses: refuse.declare("link_invalid"),
});

export const forgotPassword = operation({
  id: "forgotPassword",
  at: "POST /api/auth/forgot-password",
  tag: "Auth",
  summary: "Have a token for a new password mailed; answers the same whether or not there is such an account",
  permission: "public",
  body: { email: Email },
  returns: [202, z.object({ status: z.literal("accepted") })],
  refuses: refuseSignIn.declare("too_many_attempts"),
});

export const resetPassword = operation({
  id: "resetPassword",
  at: "POST /api/auth/reset-password",
  tag: "Auth",
  summary: "Set a new password by the token mailed; ends every session and revokes every personal access token",
  permission: "public",
  body: { token: z.string().max(200), password: Password },
  returns: [204, z.undefined()],
  refuses: refuse.declare("link_invalid"),
});

export const getDeveloper = operation({
  id: "getDeveloper",
  at: "GET /api/developer",
  tag: "Developer",
  summary: "Who am I",
  permission: { developer: "account:read" },
  returns: [200, Developer],
});

export const updateDeveloper = operation({
  id: "updateDeveloper",
  at: "PATCH /api/developer",
  tag: "Developer",
  summary: "Change my name",
  permission: { developer: "account:write" },
  body: { name: Name.meta({ example: "Ada" }) },
  returns: [200, Developer],
  ifMatch: "required",
  refuses: refuse.declare("edited_meanwhile"),
});

export const deleteDeveloper = operation({
  id: "deleteDeveloper",
  at: "DELETE /api/developer",
  tag: "Developer",
  summary: "Delete my account; its projects must be gone",
  permission: { developer: "account:write" },
  returns: [204, z.undefined()],
  refuses: refuse.declare("has_projects"),
});

export const listSessions = operation({
  id: "listSessions",
  at: "GET /api/developer/sessions",
  tag: "Developer",
  summary: "List my live sessions",
  permission: { developer: "account:read" },
  returns: [200, z.object({ items: z.array(Session) })],
});

export const endSession = operation({
  id: "endSession",
  at: "DELETE /api/developer/sessions/{sessionId}",
  tag: "Developer",
  summary: "End a session at once",
  permission: { developer: "account:write" },
  path: { sessionId: idOf("session") },
  returns: [204, z.undefined()],
  refuses: refuse.declare("session_not_found"),
});

export const createToken = operation({
  id: "createToken",
  at: "POST /api/developer/tokens",
  tag: "Developer",
  summary: "Make a personal access token; it is shown this once",
  permission: { developer: "account:write" },
  body: {
    name: Name.meta({ example: "laptop" }),
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    expiresAt: moment.optional().meta({ description: "90 days from now if left out; no later than the end of the token it is made with" }),
  },
  returns: [201, Token.extend({ token: z.string() }).meta({ id: "NewToken" })],
  refuses: refuse.declare("expiry_out_of_range", "scope_not_held"),
  showsSecret: true,
});

export const listTokens = operation({
  id: "listTokens",
  at: "GET /api/developer/tokens",
  tag: "Developer",
  summary: "List my live personal access tokens",
  permission: { developer: "account:read" },
  returns: [200, z.object({ items: z.array(Token) })],
});

export const revokeToken = operation({
  id: "revokeToken",
  at: "DELETE /api/developer/tokens/{tokenId}",
  tag: "Developer",
  summary: "Revoke a personal access token",
  permission: { developer: "account:write" },
  path: { tokenId: idOf("token") },
  returns: [204, z.undefined()],
  refuses: refuse.declare("token_not_found"),
});

export const listDevelopers = operation({
  id: "listDevelopers",
  at: "GET /api/admin/developers",
  tag: "Staff",
  summary: "List developers, newest first",
  permission: { staff: "viewer" },
  query: { ...pagingOf("developer"), email: z.string().max(254).optional() },
  returns: [200, pageOf(Developer)],
});

export const getAnyDeveloper = operation({
  id: "getAnyDeveloper",
  at: "GET /api/admin/developers/{developerId}",
  tag: "Staff",
  summary: "A developer",
  permission: { staff: "viewer" },
  path: { developerId: idOf("developer") },
  returns: [200, Developer],
  refuses: refuse.declare("developer_not_found"),
});
