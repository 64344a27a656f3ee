import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { Password } from "../platform/password.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { textOf } from "../platform/text.ts";
import { Code, codes, StaffMember } from "./contract.ts";
import { refuse } from "./refusals.ts";
import { Ended } from "./session-contract.ts";

const password = z.string().max(200);
const RecoveryCodes = z.array(z.string()).meta({ description: "each serves once in place of the six digits; shown now and never again" });

export const beginTotp = operation({
  id: "beginTotp",
  at: "POST /api/admin/auth/totp",
  tag: "Staff",
  summary:
    "Begin the enrolment of an authenticator app; it counts once confirmed. Where one is enrolled already, that is asked for as well",
  permission: { staff: "viewer" },
  isForEnrolment: true,
  body: { password, ...codes },
  returns: [201, z.object({ secret: z.string(), uri: z.string() })],
  refuses: [...refuseSignIn.declare("wrong_credentials", "too_many_attempts"), ...refuse.declare("totp_required")],
  showsSecret: true,
});

export const confirmTotp = operation({
  id: "confirmTotp",
  at: "POST /api/admin/auth/totp/confirm",
  tag: "Staff",
  summary: "Confirm the enrolment by a code; from now on sign-in asks for one. The answer has ten recovery codes",
  permission: { staff: "viewer" },
  isForEnrolment: true,
  body: { code: Code },
  returns: [200, StaffMember.extend({ recoveryCodes: RecoveryCodes }).meta({ id: "TotpConfirmed" })],
  refuses: refuse.declare("totp_not_begun", "wrong_code"),
  showsSecret: true,
});

export const makeRecoveryCodes = operation({
  id: "makeRecoveryCodes",
  at: "POST /api/admin/auth/recovery-codes",
  tag: "Staff",
  summary: "Make ten new recovery codes; those before serve no more",
  permission: { staff: "viewer" },
  isSensitive: true,
  returns: [201, z.object({ recoveryCodes: RecoveryCodes }).meta({ id: "NewRecoveryCodes" })],
  refuses: refuse.declare("totp_not_enrolled"),
  showsSecret: true,
});

export const changeOwnPassword = operation({
  id: "changeOwnPassword",
  at: "POST /api/admin/auth/password",
  tag: "Staff",
  summary:
    "Choose another password for yourself, by the one you have and a code where an app is enrolled; ends every other session of yours",
  permission: { staff: "viewer" },
  body: { password, newPassword: Password, ...codes },
  returns: [200, Ended],
  refuses: [...refuseSignIn.declare("wrong_credentials", "too_many_attempts"), ...refuse.declare("totp_required")],
});

export const resetSecondFactor = operation({
  id: "resetSecondFactor",
  at: "POST /api/admin/staff/{staffId}/reset-second-factor",
  tag: "Staff",
  summary: "Take away the authenticator app of a member who lost it and the recovery codes; ends their sessions",
  permission: { staff: "admin" },
  isSensitive: true,
  path: { staffId: idOf("staff") },
  body: { reason: textOf(1000) },
  returns: [200, StaffMember],
  refuses: refuse.declare("staff_not_found", "not_yourself", "totp_not_enrolled"),
});

export const proveStaff = operation({
  id: "proveStaff",
  at: "POST /api/admin/auth/sudo",
  tag: "Staff",
  summary:
    "Show again who you are, by a code or where none is enrolled by the password: for ten minutes this session may do what is sensitive",
  permission: { staff: "viewer" },
  isForEnrolment: true,
  body: { ...codes, password: password.optional() },
  returns: [200, z.object({ provenUntil: z.string() }).meta({ id: "StaffProven" })],
  refuses: [...refuseSignIn.declare("wrong_credentials", "too_many_attempts"), ...refuse.declare("totp_required", "wrong_code")],
});

export const getOwnAccount = operation({
  id: "getOwnAccount",
  at: "GET /api/admin/auth/account",
  tag: "Staff",
  summary: "Your own account on staff",
  permission: { staff: "viewer" },
  isForEnrolment: true,
  returns: [
    200,
    StaffMember.extend({
      recoveryCodesLeft: z.number(),
      mustEnrol: z.boolean().meta({ description: "whether nothing else can be done before an authenticator app is enrolled" }),
    }).meta({ id: "OwnStaffAccount" }),
  ],
});
