import { z } from "zod";
import { operation } from "../platform/operation.ts";
import { Password } from "../platform/password.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { codes, Email } from "./contract.ts";
import { refuse } from "./refusals.ts";

export const forgotStaffPassword = operation({
  id: "forgotStaffPassword",
  at: "POST /api/admin/auth/forgot-password",
  tag: "Staff",
  summary: "Have a link for a new password mailed to a member of staff; answers the same whether or not there is one of this address",
  permission: "public",
  body: { email: Email },
  returns: [202, z.object({ status: z.literal("accepted") })],
  refuses: [...refuseSignIn.declare("too_many_attempts"), ...refuse.declare("no_mail_service")],
});

export const resetStaffPassword = operation({
  id: "resetStaffPassword",
  at: "POST /api/admin/auth/reset-password",
  tag: "Staff",
  summary: "Choose a new password by the token of the link, and a code where an app is enrolled; ends every session",
  permission: "public",
  body: { token: z.string().max(200), password: Password, ...codes },
  returns: [204, z.undefined()],
  refuses: [...refuse.declare("reset_link_invalid", "totp_required", "wrong_code"), ...refuseSignIn.declare("too_many_attempts")],
});
