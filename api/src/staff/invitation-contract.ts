import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { Password } from "../platform/password.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { textOf } from "../platform/text.ts";
import { forNewAdmin, newMember, StaffMember } from "./contract.ts";
import { refuse } from "./refusals.ts";

const path = { staffId: idOf("staff") };

export const inviteStaff = operation({
  id: "inviteStaff",
  at: "POST /api/admin/staff/invitations",
  tag: "Staff",
  summary: "Invite somebody to staff: they are mailed a link that serves once, by which they set their password",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: forNewAdmin,
  body: newMember,
  returns: [201, StaffMember],
  refuses: [...refuse.declare("staff_email_taken"), ...refuseSignIn.declare("too_many_attempts")],
});

export const resendInvitation = operation({
  id: "resendInvitation",
  at: "POST /api/admin/staff/{staffId}/resend-invitation",
  tag: "Staff",
  summary: "Mail another link to who was invited; the one before serves no more",
  permission: { staff: "admin" },
  isSensitive: true,
  path,
  returns: [200, StaffMember],
  refuses: [...refuse.declare("not_invited"), ...refuseSignIn.declare("too_many_attempts")],
});

export const revokeInvitation = operation({
  id: "revokeInvitation",
  at: "POST /api/admin/staff/{staffId}/revoke-invitation",
  tag: "Staff",
  summary: "Revoke an invitation: its link serves no more",
  permission: { staff: "admin" },
  path,
  body: { reason: textOf(1000) },
  returns: [200, StaffMember],
  refuses: refuse.declare("not_invited"),
});

export const acceptInvitation = operation({
  id: "acceptInvitation",
  at: "POST /api/admin/auth/accept-invitation",
  tag: "Staff",
  summary: "Join staff by the token of the mailed link, with a password of your own",
  permission: "public",
  body: { token: z.string().max(200), password: Password },
  returns: [200, StaffMember.pick({ id: true, email: true, name: true, role: true }).meta({ id: "StaffJoined" })],
  refuses: [...refuse.declare("invitation_invalid"), ...refuseSignIn.declare("too_many_attempts")],
});
