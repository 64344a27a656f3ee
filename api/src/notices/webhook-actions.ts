import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { isOutside } from "../platform/outside.ts";
import { toPage } from "../platform/page.ts";
import { get as getProject } from "../projects/index.ts";
import { insert as insertMessage } from "./queries.ts";
import { later } from "./rules.ts";
import { newSecret, sealSecret } from "./signature.ts";
import type * as contract from "./webhook-contract.ts";
import { type Endpoint, refuseWebhook as refuse, webhooksMax } from "./webhook-contract.ts";
import * as queries from "./webhook-queries.ts";

type Of = InputOf<typeof contract.getWebhook>;

export async function create(context: Context, { projectId, url, ...given }: InputOf<typeof contract.createWebhook>) {
  const { db, now, vault } = context;
  refuseUnreachable(context, url);
  const project = await queries.lockProject(db, projectId);
  if (!project) throw refuse("project_not_found");
  if (project.status === "deleting") throw refuse("project_is_deleted");
  if ((await queries.count(db, projectId)).count >= webhooksMax) throw refuse("too_many_webhooks");
  const id = newId("webhook");
  const secret = newSecret();
  const made = await queries.insert(db, { ...given, id, projectId, url, sealed: sealSecret(vault, id, secret), now });
  context.audit({ target: id, projectId, after: made });
  return { ...shown(made), secret };
}

export async function list(context: Context, { projectId }: InputOf<typeof contract.listWebhooks>) {
  await getProject(context, { projectId });
  return { items: (await queries.list(context.db, projectId)).map(shown) };
}

/** The same for staff: with what went wrong last, and without what may be secret of an address. */
export async function listForStaff(context: Context, input: InputOf<typeof contract.listProjectWebhooks>) {
  const { items } = await list(context, input);
  const failures = await queries.listLastFailures(
    context.db,
    items.map(({ id }) => id),
  );
  const lastFailureOf = new Map(failures.map(({ webhookId, ...failure }) => [webhookId, failure]));
  return { items: items.map((item) => ({ ...item, url: withoutSecrets(item.url), lastFailure: lastFailureOf.get(item.id) ?? null })) };
}

/** Many services let in whoever knows the address: only where it leads is told. */
const withoutSecrets = (url: string) => {
  const { origin, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? origin : `${origin}/…`;
};

export async function get({ db }: Context, { projectId, webhookId }: Of) {
  const found = await queries.find(db, projectId, webhookId);
  if (!found) throw refuse("webhook_not_found");
  return shown(found);
}

export async function update(context: Context, { isEnabled, ...input }: InputOf<typeof contract.updateWebhook>) {
  const { db, now, ifMatch } = context;
  const before = await lock(context, input);
  if (ifMatch !== undefined && ifMatch !== before.revision) throw refuse("edited_meanwhile");
  const { url = before.url, description = before.description, events = before.events } = input;
  if (url !== before.url) refuseUnreachable(context, url);
  let after = await queries.update(db, before.id, { url, description, events }, now);
  if (isEnabled === true && before.disabledAt !== null) after = await queries.enable(db, before.id, now);
  if (isEnabled === false && before.disabledAt === null) {
    after = await queries.disable(db, before.id, "owner", now);
    await queries.failWaiting(db, before.id, "the webhook was disabled");
  }
  context.audit({ target: before.id, projectId: before.projectId, before, after });
  return shown(after);
}

export async function remove(context: Context, input: InputOf<typeof contract.deleteWebhook>) {
  const before = await lock(context, input);
  await queries.remove(context.db, before.id, context.now);
  await queries.failWaiting(context.db, before.id, "the webhook was deleted");
  context.audit({ target: before.id, projectId: before.projectId, before });
  return undefined;
}

export async function rotate(context: Context, { overlapSeconds, ...input }: InputOf<typeof contract.rotateWebhookSecret>) {
  const { db, now, vault } = context;
  const { id, projectId } = await lock(context, input);
  const secret = newSecret();
  const until = later(now, overlapSeconds * 1_000);
  const after = await queries.rotate(db, id, sealSecret(vault, id, secret), until, now);
  context.audit({ target: id, projectId, after: { previousUntil: until } });
  return { ...shown(after), secret };
}

/** The template of what tries a webhook out. */
const testEvent = "webhook_test";

export async function sendTest(context: Context, input: InputOf<typeof contract.testWebhook>) {
  const { db, now } = context;
  const { id, projectId } = await lockEnabled(context, input);
  const said = { template: testEvent, subject: "A test", body: "This webhook works." };
  const messageId = newId("message");
  await tell(context, id, { ...said, id: messageId, noticeId: null, projectId, data: {} });
  context.audit({ target: id, projectId, after: { delivery: messageId } });
  return (
    (await queries.findDelivery(db, id, messageId)) ?? { ...unsent, id: messageId, event: testEvent, createdAt: now, nextAttemptAt: now }
  );
}

const unsent = { noticeId: null, state: "waiting", attempts: 0, lastStatus: null, lastError: null, deliveredAt: null } as const;

export async function listDeliveries(context: Context, { cursor, limit, ...input }: InputOf<typeof contract.listWebhookDeliveries>) {
  const { id } = await get(context, input);
  return toPage(await queries.listDeliveries(context.db, id, cursor, limit), limit);
}

export async function redeliver(context: Context, { deliveryId, ...input }: InputOf<typeof contract.redeliverWebhook>) {
  const { id, projectId } = await lockEnabled(context, input);
  const before = await queries.findDelivery(context.db, id, deliveryId);
  if (!before) throw refuse("delivery_not_found");
  if (before.state === "waiting") throw refuse("delivery_waits");
  const after = await queries.sendAgain(context.db, deliveryId, context.now);
  await context.enqueue("callWebhooks", {}, { key: deliveryId });
  context.audit({ target: deliveryId, projectId, before: { state: before.state }, after: { state: after.state } });
  return after;
}

/** What goes to webhooks, as machines read it. */
interface Told {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  readonly noticeId: string | null;
  readonly projectId: string;
  readonly data: object;
}

/** Tells every webhook of a project that listens for this. */
export async function tellWebhooks(context: Context, told: Told): Promise<void> {
  const endpoints = await queries.listListening(context.db, told.projectId, told.template);
  for (const { id } of endpoints) await tell(context, id, { ...told, id: newId("message") });
}

async function tell({ db, now, enqueue }: Context, recipient: string, { data, body: text, ...told }: Told & { readonly id: string }) {
  const { template: type, projectId, noticeId, subject } = told;
  const body = JSON.stringify({ type, timestamp: now, projectId, noticeId, subject, text, data });
  await insertMessage(db, { ...told, body, channel: "webhook", recipient, now });
  await enqueue("callWebhooks", {}, { key: told.id });
}

export const removeOfPurged = ({ db, now }: Context) => queries.removeOfPurged(db, now);

async function lock({ db }: Context, { projectId, webhookId }: Of) {
  const found = await queries.lock(db, projectId, webhookId);
  if (!found) throw refuse("webhook_not_found");
  return found;
}

async function lockEnabled(context: Context, input: Of) {
  const found = await lock(context, input);
  if (found.disabledAt !== null) throw refuse("webhook_disabled");
  return found;
}

function refuseUnreachable({ settings: { allowsLoopback } }: Context, url: string) {
  if (!isOutside(url, { allowsLoopback })) throw refuse("webhook_url_not_reachable");
}

const stateOf = ({ disabledAt, failingSince }: Endpoint) =>
  disabledAt !== null ? ("disabled" as const) : failingSince !== null ? ("failing" as const) : ("active" as const);

const shown = (endpoint: Endpoint) => ({ ...endpoint, state: stateOf(endpoint) });
