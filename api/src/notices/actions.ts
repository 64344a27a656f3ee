import type { Context } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { type listOutbox, refuse } from "./contract.ts";
import * as queries from "./queries.ts";

export interface Notice {
  /** A developer's id, an address, or whoever is on staff. */
  readonly to: { readonly developerId: string } | { readonly address: string } | { readonly staff: true };
  /** Of what project it tells. Its owner finds it in the project's notices, and the project's webhooks get it, unless it is for staff. */
  readonly projectId?: string | undefined;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  /** The same for machines: plain JSON without secrets. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Tells somebody something, in this transaction; it goes out only if that commits. */
export const notify = (context: Context, notice: Notice) =>
  "staff" in notice.to ? tellStaff(context, notice) : tellPerson(context, notice);

const tellStaff = ({ db, now }: Context, { projectId, ...said }: Notice) =>
  queries.insert(db, {
    ...said,
    id: newId("message"),
    channel: "telegram",
    recipient: "staff",
    noticeId: null,
    projectId: projectId ?? null,
    now,
  });

async function tellPerson(context: Context, notice: Notice) {
  const { db, now } = context;
  const recipient = await addressOf(db, notice);
  if (!recipient) return;
  const noticeId = notice.projectId === undefined ? null : await keep(context, notice.projectId, notice);
  const id = newId("message");
  await queries.insert(db, { ...notice, id, channel: "mail", recipient, noticeId, projectId: notice.projectId ?? null, now });
  await context.enqueue("sendMessage", { id }, { key: id });
}

/** For the owner to read again. */
async function keep({ db, now }: Context, projectId: string, { template, subject, body, data = {} }: Notice) {
  const id = newId("notice");
  await queries.insertNotice(db, { id, projectId, template, subject, body, data, now });
  return id;
}

async function addressOf(db: Db, { to }: Notice) {
  if ("address" in to) return to.address;
  return "developerId" in to ? (await queries.findAddress(db, to.developerId))?.email : undefined;
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
  if (!mailer || message?.state !== "waiting" || message.channel !== "mail") return;
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
