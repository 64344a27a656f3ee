import { blank, notify } from "../notices/index.ts";
import type { Context, Prepared } from "../platform/action.ts";
import { countWish, newLink } from "../platform/mailed-link.ts";
import { clientAt } from "../platform/network.ts";
import type { InputOf } from "../platform/operation.ts";
import { hashPassword } from "../platform/password.ts";
import { countAttempt, forgiveAttempts, refuseIfWaiting } from "../platform/sign-in.ts";
import { digestOf } from "../platform/token.ts";
import { type Codes, checkSecondFactor } from "./check-factor.ts";
import { resetMail, resetPage } from "./mails.ts";
import { replacePassword } from "./password-actions.ts";
import * as queries from "./queries.ts";
import { refuse } from "./refusals.ts";
import type { forgotStaffPassword, resetStaffPassword } from "./reset-contract.ts";
import * as resets from "./reset-queries.ts";

/** How long a link serves. */
const lifetimeMs = 60 * 60_000;

/**
 * Answers the same for an address that nobody on staff has, and as soon: a job finds out whose it is. Where no service sends mail the link
 * would lie in the outbox for other admins to use, so there is none; whoever runs the server makes one there.
 */
export async function forgot(context: Context, { email }: InputOf<typeof forgotStaffPassword>) {
  if (!context.mailer) throw refuse("no_mail_service");
  await countWish(context, email);
  await context.enqueue("mailStaffReset", { email });
  context.unchanged();
  return { status: "accepted" as const };
}

export async function mailReset(context: Context, { email }: { email: string }): Promise<void> {
  const made = await makeLink(context, email);
  if (made) await notify(context, { to: { address: made.member.email }, ...resetMail({ ...made.link, publicUrl: context.publicUrl }) });
}

/** For whoever runs the server, who hands it over. */
export async function makeResetLink(context: Context, { email }: { email: string }) {
  const made = await makeLink(context, email);
  if (!made) throw refuse("staff_not_found");
  const { token, until } = made.link;
  return { name: made.member.name, url: `${context.publicUrl}${resetPage}#${token}`, until };
}

async function makeLink(context: Context, email: string) {
  const member = await queries.findByEmail(context.db, email);
  if (!member) return undefined;
  const link = newLink("nm_sr", context.now, lifetimeMs);
  await resets.setLink(context.db, member.id, link);
  context.audit({ target: member.id, after: { until: link.until } });
  return { member, link };
}

/** The link alone is not enough where an app is enrolled: whoever reads a member's mail is not yet the member. */
export const reset: Prepared<InputOf<typeof resetStaffPassword>, undefined> = {
  async prepare(before, { token, password, ...codes }) {
    refuseIfWaiting(await before.throttle.attempt("linkByAddress", clientAt(before.request.address)));
    const member = await before.look((db) => resets.findByLink(db, digestOf(token), before.now));
    // Codes are guessed at no faster than at the sign-in; and nobody has us hash with a link that does not serve.
    if (member) await countAttempt(before, "staff", member.email, { device: guessesOf(member.id) });
    const passwordHash = member && (await hashPassword(password));
    return (context) => choose(context, { token, passwordHash }, codes);
  },
};

const guessesOf = (staffId: string) => `reset:${staffId}`;

interface Chosen {
  readonly token: string;
  readonly passwordHash: string | undefined;
}

async function choose(context: Context, { token, passwordHash }: Chosen, codes: Codes) {
  const { db, now } = context;
  const found = await resets.findByLink(db, digestOf(token), now);
  if (!found || passwordHash === undefined) throw refuse("reset_link_invalid");
  const member = await queries.get(db, found.id);
  await checkSecondFactor(context, member, codes, () => refuse("wrong_code"));
  await blank(context, token);
  await forgiveAttempts(context, "staff", member.email, { device: guessesOf(member.id) });
  const ended = await replacePassword(context, member, passwordHash);
  context.audit({ by: { kind: "staff", id: member.id }, target: member.id, after: { ended } });
  return undefined;
}
