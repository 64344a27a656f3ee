import { blank, forgetRecipient, notify } from "../notices/index.ts";
import type { Context, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { countWish, newLink } from "../platform/mailed-link.ts";
import { clientAt } from "../platform/network.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { hashPassword } from "../platform/password.ts";
import { refuseIfWaiting } from "../platform/sign-in.ts";
import { digestOf } from "../platform/token.ts";
import type * as contract from "./contract.ts";
import { refuse } from "./contract.ts";
import { letters } from "./mails.ts";
import * as queries from "./queries.ts";
import { linkLifetimeMs } from "./rules.ts";
import { asDeveloper, openSession } from "./session-actions.ts";
import { endAllSessions } from "./session-queries.ts";

export const register: Prepared<InputOf<typeof contract.registerDeveloper>, OutputOf<typeof contract.registerDeveloper>> = {
  async prepare({ throttle, request }, { password, ...person }) {
    refuseIfWaiting(await throttle.attempt("registerByAddress", clientAt(request.address)));
    const passwordHash = await hashPassword(password);
    return (context) => addDeveloper(context, { ...person, passwordHash });
  },
};

async function addDeveloper(context: Context, { email, name, passwordHash }: { email: string; name: string; passwordHash: string }) {
  const developer = await queries.insert(context.db, { id: newId("developer"), email, name, passwordHash, now: context.now });
  if (!developer) throw refuse("email_taken");
  // Who it was must be forgotten with the account, and the audit log forgets nothing: no name, no address in it.
  context.audit({ by: asDeveloper(developer.id), target: developer.id, after: { plan: developer.plan } });
  await mailLink(context, developer, "verify");
  return openSession(context, developer);
}

/** Takes an account over from another platform, without a mail; nothing where its address is taken here. */
export async function adopt(context: Context, account: queries.Adopted) {
  const made = await queries.adopt(context.db, { ...account, id: newId("developer"), now: context.now });
  if (made) context.audit({ action: "adoptDeveloper", target: made.id, developerId: made.id, after: made });
  return made;
}

export async function verifyAddress(context: Context, { token }: InputOf<typeof contract.verifyEmail>) {
  const used = await queries.useEmailToken(context.db, digestOf(token), "verify", context.now);
  if (!used) throw refuse("link_invalid");
  context.audit({ by: asDeveloper(used.developerId), target: used.developerId, after: { isEmailVerified: true } });
  await blank(context, token);
  return queries.markVerified(context.db, used.developerId, context.now);
}

/** Answers the same for an address that nobody has, and as soon, so that it can't be used to find out who has an account: a job does that. */
export async function forgot(context: Context, { email }: InputOf<typeof contract.forgotPassword>) {
  await countWish(context, email);
  await context.enqueue("mailDeveloperReset", { email });
  context.unchanged();
  return { status: "accepted" as const };
}

export async function mailReset(context: Context, { email }: { email: string }): Promise<void> {
  const developer = await queries.findByEmail(context.db, email);
  if (!developer) return;
  context.audit({ target: developer.id, developerId: developer.id });
  await mailLink(context, developer, "reset");
}

export const reset: Prepared<InputOf<typeof contract.resetPassword>, undefined> = {
  async prepare({ look, now }, { token, password }) {
    // Nobody has us hash with a link that can't be used.
    const isUsable = await look((db) => queries.isUsableEmailToken(db, digestOf(token), "reset", now));
    const passwordHash = isUsable ? await hashPassword(password) : undefined;
    return (context) => setPassword(context, token, passwordHash);
  },
};

async function setPassword(context: Context, token: string, passwordHash: string | undefined) {
  const { db, now } = context;
  const used = await queries.useEmailToken(db, digestOf(token), "reset", now);
  if (!used || passwordHash === undefined) throw refuse("link_invalid");
  await queries.setPassword(db, used.developerId, passwordHash, now);
  await queries.dropEmailTokens(db, used.developerId);
  await endAllSessions(db, used.developerId, "password_reset", now);
  await queries.revokeAllTokens(db, used.developerId, now);
  await blank(context, token);
  context.audit({ by: asDeveloper(used.developerId), target: used.developerId });
  return undefined;
}

export async function getOwn({ actor, db }: Context) {
  return (await queries.find(db, actor.id)) ?? Promise.reject(refuse("developer_not_found"));
}

export async function update(context: Context, { name }: InputOf<typeof contract.updateDeveloper>) {
  const before = await getOwn(context);
  const after = await queries.rename(context.db, context.actor.id, name, context.ifMatch, context.now);
  if (!after) throw refuse("edited_meanwhile");
  context.audit({ target: after.id, before: { revision: before.revision }, after: { revision: after.revision } });
  return after;
}

export async function deleteOwn(context: Context) {
  const { actor, enqueue, audit } = context;
  await close(context, actor.id);
  await enqueue("eraseFromAuditLog", { personId: actor.id, reason: "the account was deleted" });
  audit({ target: actor.id });
  return undefined;
}

/** Ends an account for good; false of one that has ended, which stays as it is. */
export async function close(context: Context, id: string): Promise<boolean> {
  const { db, now } = context;
  if (!(await queries.lock(db, id))) throw refuse("developer_not_found");
  const account = await queries.find(db, id);
  if (!account) return false;
  if ((await queries.countProjects(db, id)) > 0) throw refuse("has_projects");
  await endAllSessions(db, id, "account_deleted", now);
  await queries.revokeAllTokens(db, id, now);
  await queries.dropEmailTokens(db, id);
  await forgetRecipient(context, account.email);
  await queries.forget(db, id, now);
  return true;
}

export async function list({ db }: Context, { email, cursor, limit }: InputOf<typeof contract.listDevelopers>) {
  return toPage(await queries.list(db, email, cursor, limit), limit);
}

export async function getAny({ db }: Context, { developerId }: InputOf<typeof contract.getAnyDeveloper>) {
  return (await queries.find(db, developerId)) ?? Promise.reject(refuse("developer_not_found"));
}

async function mailLink(context: Context, { id, email }: { id: string; email: string }, purpose: "verify" | "reset") {
  const { token, hash, until } = newLink("nm_et", context.now, linkLifetimeMs[purpose]);
  await queries.insertEmailToken(context.db, { hash, developerId: id, purpose, expiresAt: until });
  const said = letters[purpose]({ token, until, publicUrl: context.publicUrl });
  await notify(context, { to: { address: email }, ...said });
}
