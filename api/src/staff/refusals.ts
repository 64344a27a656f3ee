import { refusals } from "../platform/refusal.ts";

export const refuse = refusals({
  totp_required: [401, "Six digits of your authenticator app are needed as well, or a recovery code."],
  staff_email_taken: [409, "`email` belongs to a member of staff already."],
  not_invited: [409, "Nobody is invited here: they have joined, or the invitation was revoked."],
  not_joined: [409, "They have not joined yet: revoke the invitation, and invite them again as they should be."],
  invitation_invalid: [
    400,
    "This invitation does not serve: it was used or revoked, is too old, or was not copied whole. Ask for another.",
  ],
  staff_not_found: [404, "There is no such member of staff."],
  still_on_staff: [409, "They may still sign in, or are invited: switch them off, or revoke the invitation, first."],
  session_not_found: [404, "There is no such session, or it has ended."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  not_yourself: [409, "Nobody changes their own role or switches themselves off: ask another admin."],
  last_admin: [409, "This would leave nobody who may manage staff: make another admin first."],
  totp_not_begun: [409, "Begin the enrolment first."],
  totp_not_enrolled: [409, "No authenticator app is enrolled."],
  no_mail_service: [
    409,
    "This platform sends no mail, so no link can be sent to you. Ask whoever runs its server for one: `npm run staff -- reset-password` makes it there.",
  ],
  reset_link_invalid: [400, "This link does not serve: it was used, is too old, or was not copied whole. Ask for another."],
  wrong_code: [422, "The code is not right, or has served already: check that the clock of the device is right."],
});
