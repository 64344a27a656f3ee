import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { type listOutbox, refuse } from "./contract.ts";
import * as queries from "./queries.ts";

export interface Notice {
  /** A developer's id, or an address. */
  readonly to: { readonly developerId: string } | { readonly address: string };
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

/** Writes a mail in this transaction; it goes out only if that commits. */
export async function notify(context: Context, { to, template, subject, body }: Notice) {
  const recipient = "address" in to ? to.address : (await queries.findAddress(context.db, to.developerId))?.email;
  if (!recipient) return;
  const id = newId("message");
  await queries.insert(context.db, { id, recipient, template, subject, body, now: context.now });
  await context.enqueue("sendMessage", { id }, { key: id });
}

/** Has what the outbox says of an address forgotten, by the platform itself: the account behind it goes. */
export const forgetRecipient = (context: Context, address: string) => context.enqueue("forgetMail", { address });

export const forgetMail = ({ db }: Context, { address }: { address: string }) => queries.forgetRecipient(db, address);

/** A token that has served stands in no mail any more. */
export const blank = ({ db }: Context, token: string) => queries.blank(db, token);

const hour = 3_600_000;
/** A mail service remembers an idempotency key for 24 hours: a later attempt could deliver twice. */
const attemptForMs = 23 * hour;

/** Sends one mail of the outbox, or leaves it waiting where no mail service is configured. */
export async function sendMessage({ db, now, mailer, log }: Context, { id }: { id: string }) {
  const message = await queries.find(db, id);
  if (!mailer || message?.state !== "waiting") return;
  try {
    await mailer.send({ to: message.recipient, subject: message.subject, text: message.body }, id);
  } catch (error) {
    const isFinal = Date.parse(now) - Date.parse(message.createdAt) > attemptForMs;
    await queries.markFailed(db, id, String(error), isFinal);
    log.warn("a mail was not sent", { id, error });
    if (isFinal) return;
    throw refuse("mail_not_sent", { keep: true });
  }
  await queries.markSent(db, id, now);
}

/** Takes up mail that was left waiting: written before a mail service was configured, or whose job was lost. */
export async function sendWaiting(context: Context) {
  if (!context.mailer) return;
  for (const { id } of await queries.listUnsent(context.db)) await context.enqueue("sendMessage", { id }, { key: id });
}

export async function list({ db }: Context, { cursor, limit }: InputOf<typeof listOutbox>) {
  return toPage(await queries.list(db, cursor, limit), limit);
}
