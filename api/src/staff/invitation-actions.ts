import { blank, notify } from "../notices/index.ts";
import type { Context, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { newLink } from "../platform/mailed-link.ts";
import { clientAt } from "../platform/network.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { hashPassword } from "../platform/password.ts";
import { refuseIfWaiting } from "../platform/sign-in.ts";
import { digestOf } from "../platform/token.ts";
import type { StaffMember } from "./contract.ts";
import type { acceptInvitation, inviteStaff, resendInvitation, revokeInvitation } from "./invitation-contract.ts";
import * as invitations from "./invitation-queries.ts";
import { invitationMail } from "./mails.ts";
import * as queries from "./queries.ts";
import { refuse } from "./refusals.ts";

/** How long a mailed link serves. */
const lifetimeMs = 72 * 60 * 60_000;
const prefix = "nm_si";

export async function invite(context: Context, person: InputOf<typeof inviteStaff>) {
  const link = newLink(prefix, context.now, lifetimeMs);
  const invited = await invitations.invite(context.db, { id: newId("staff"), ...person, ...link, now: context.now });
  if (!invited) throw refuse("staff_email_taken");
  context.audit({ target: invited.id, after: invited });
  await mail(context, invited, link);
  return invited;
}

export async function resend(context: Context, { staffId }: InputOf<typeof resendInvitation>) {
  const link = newLink(prefix, context.now, lifetimeMs);
  const invited = await invitations.replaceLink(context.db, staffId, link, context.now);
  if (!invited) throw refuse("not_invited");
  context.audit({ target: staffId, after: { invitedUntil: invited.invitedUntil } });
  await mail(context, invited, link);
  return invited;
}

export async function revoke(context: Context, { staffId, reason }: InputOf<typeof revokeInvitation>) {
  const revoked = await invitations.revoke(context.db, staffId, context.now);
  if (!revoked) throw refuse("not_invited");
  context.audit({ target: staffId, reason, before: { status: "invited" }, after: { status: revoked.status } });
  return revoked;
}

/** Answers the same for every link that does not serve: nobody learns by one who is on staff. */
export const accept: Prepared<InputOf<typeof acceptInvitation>, OutputOf<typeof acceptInvitation>> = {
  async prepare({ look, now, throttle, request }, { token, password }) {
    refuseIfWaiting(await throttle.attempt("linkByAddress", clientAt(request.address)));
    // Nobody has us hash with a link that does not serve.
    const isOpen = await look((db) => invitations.isOpen(db, digestOf(token), now));
    const passwordHash = isOpen ? await hashPassword(password) : undefined;
    return (context) => join(context, token, passwordHash);
  },
};

async function join(context: Context, token: string, passwordHash: string | undefined) {
  const joined = passwordHash && (await invitations.accept(context.db, digestOf(token), passwordHash, context.now));
  if (!joined) throw refuse("invitation_invalid");
  await blank(context, token);
  const { id, email, name, role, status } = joined;
  context.audit({ by: { kind: "staff", id }, target: id, before: { status: "invited" }, after: { status } });
  return { id, email, name, role };
}

async function mail(context: Context, { email, name, role }: StaffMember, { token, until }: ReturnType<typeof newLink>) {
  refuseIfWaiting(await context.throttle.attempt("mailByAccount", email.toLowerCase()));
  const invitedBy = (await queries.find(context.db, context.actor.id))?.name ?? "Somebody";
  await notify(context, {
    to: { address: email },
    ...invitationMail({ name, invitedBy, role, token, until, publicUrl: context.publicUrl }),
  });
}
