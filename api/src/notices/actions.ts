import type { Context } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { eachOf } from "../platform/each.ts";
import { newId } from "../platform/ids.ts";
import { maskedText } from "../platform/masking.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { get as getProject } from "../projects/index.ts";
import { type getMessage, type listNotices, type listOutbox, type Message, refuse, retryMessage } from "./contract.ts";
import * as queries from "./queries.ts";
import { forgotten } from "./rules.ts";
import { tellWebhooks } from "./webhook-actions.ts";

export interface Notice {
  /** A developer's id, an address, or whoever is on staff. */
  readonly to: { readonly developerId: string } | { readonly address: string } | { readonly staff: true };
  /** Of what project it tells. Its owner finds it in the project's notices, and the project's webhooks get it, unless it is for staff. */
  readonly projectId?: string | undefined;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  /** It stands in the project's notices and goes to its webhooks, and nobody gets a mail. */
  readonly withoutMail?: boolean | undefined;
  /** The same for machines: plain JSON without secrets. */
  readonly data?: object | undefined;
}

/** Tells somebody something, in this transaction; it goes out only if that commits. */
export const notify = (context: Context, notice: Notice) =>
  "staff" in notice.to ? tellStaff(context, notice) : tellPerson(context, notice);

async function tellStaff({ db, now, enqueue }: Context, { projectId, ...said }: Notice) {
  const id = newId("message");
  const message = { ...said, id, noticeId: null, projectId: projectId ?? null, now };
  await queries.insert(db, { ...message, channel: "telegram", recipient: "staff" });
  await enqueue("tellStaff", {}, { key: id });
}

async function tellPerson(context: Context, { to, projectId, withoutMail = false, data = {}, ...said }: Notice) {
  const { db, now } = context;
  const recipient = await addressOf(db, to);
  if (!recipient) return;
  const noticeId = projectId === undefined ? null : newId("notice");
  if (projectId !== undefined && noticeId !== null) {
    await queries.insertNotice(db, { ...said, id: noticeId, projectId, data, now });
    await tellWebhooks(context, { ...said, noticeId, projectId, data });
  }
  if (withoutMail) return;
  const id = newId("message");
  await queries.insert(db, { ...said, id, channel: "mail", recipient, noticeId, projectId: projectId ?? null, now });
  await context.enqueue("sendMails", {}, { key: id });
}

async function addressOf(db: Db, to: Notice["to"]) {
  if ("address" in to) return to.address;
  return "developerId" in to ? (await queries.findAddress(db, to.developerId))?.email : undefined;
}

/** Has what the outbox says of an address forgotten, by the platform itself: the account behind it goes. */
export const forgetRecipient = (context: Context, address: string) => context.enqueue("forgetMail", { address });

export async function forgetMail({ db }: Context, { address }: { address: string }): Promise<void> {
  await queries.forgetRecipient(db, address);
  await queries.forgetMentions(db, address);
  await queries.removeIdleBatches(db);
}

/** A token that has served stands in no mail any more. */
export const blank = ({ db }: Context, token: string) => queries.blank(db, token);

/** What a mail lets its reader do, staff must not do in their place. Where no service sends mail, the outbox is the mailbox. */
const told = ({ mailer }: Context, message: Message): Message => (mailer ? { ...message, body: maskedText(message.body) } : message);

export async function list(context: Context, { cursor, limit, ...filter }: InputOf<typeof listOutbox>) {
  const { items, nextCursor } = toPage(await queries.list(context.db, filter, cursor, limit), limit);
  return { items: items.map((each) => told(context, each)), nextCursor };
}

export async function get(context: Context, { messageId }: InputOf<typeof getMessage>) {
  const found = await queries.find(context.db, messageId);
  if (!found) throw refuse("message_not_found");
  return told(context, found);
}

/** What the owner was told, the same for owner and staff. */
export async function listTold(context: Context, { projectId, cursor, limit }: InputOf<typeof listNotices>) {
  await getProject(context, { projectId });
  return toPage(await queries.listNotices(context.db, projectId, cursor, limit), limit);
}

const jobOf = { mail: "sendMails", telegram: "tellStaff" } as const;

/** Sends what was given up once more, for staff who looked why. */
export async function retry(context: Context, { messageId, reason }: InputOf<typeof retryMessage>) {
  const before = await queries.lock(context.db, messageId);
  if (!before) throw refuse("message_not_found");
  if (before.channel === "webhook") throw refuse("message_is_a_webhooks");
  if (before.state !== "failed") throw refuse("message_not_failed");
  if (before.recipient === forgotten) throw refuse("recipient_is_forgotten");
  const after = await queries.revive(context.db, messageId, context.now);
  await context.enqueue(jobOf[before.channel], {}, { key: messageId });
  const { id: target, projectId } = after;
  context.audit({ target, projectId: projectId ?? undefined, reason, before: { state: before.state }, after: { state: after.state } });
  return told(context, after);
}

export const retryMany = eachOf(retryMessage, retry);
