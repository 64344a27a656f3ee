import type { Context } from "../../platform/action.ts";
import type { Delivery } from "../../platform/delivery.ts";
import { newId } from "../../platform/ids.ts";
import { type Mail, type Mailer, mailsPerRequest } from "../../platform/mail.ts";
import type { Vault } from "../../platform/vault.ts";
import { htmlOf } from "../html.ts";
import { isKeyForgotten, later, leaseMs, longestMailWaitMs, waitAfter } from "../rules.ts";
import * as queries from "./queries.ts";

/** What goes in one request, and when the service may first have had it: before the attempt that is under way, and with it. */
interface Batch {
  readonly id: string;
  readonly letters: readonly { readonly id: string; readonly mail: Mail }[];
  readonly attempts: number;
  readonly unclearSince: string | null;
}

/**
 * Sends what waits in one request, and comes back for more. What is about to be sent is committed before, and no connection is held
 * meanwhile; who comes after a crash sends the same under the same key, and the service delivers it once.
 */
export async function sendMails(context: Context): Promise<void> {
  const { db, now, mailer } = context;
  if (!mailer || !(await queries.takeTurn(db, "mail", now, later(now, leaseMs)))) return;
  const batch = (await findDue(context)) ?? (await gather(context, mailer));
  if (!batch) return void (await queries.endTurn(db, "mail"));
  await queries.beginAttempt(db, batch.id, now, later(now, leaseMs));
  const mails = batch.letters.map(({ mail }) => mail);
  context.afterCommit(async (act) => {
    const delivery = await mailer.send(mails, batch.id);
    await act("sendMails", settle, { batch, delivery });
  });
}

/** One that was tried before; those whose key the service may have forgotten are given up, since they could be delivered twice. */
async function findDue({ db, now, vault, log }: Context): Promise<Batch | undefined> {
  for (;;) {
    const found = await queries.findDueBatch(db, now);
    if (!found) return undefined;
    const { sealed, ...batch } = found;
    if (batch.unclearSince === null || !isKeyForgotten(batch.unclearSince, now))
      return { ...batch, letters: unseal(vault, batch.id, sealed) };
    await queries.failBatch(db, batch.id, "for a day it was not clear whether the mail service took it; it may have been delivered");
    await queries.removeBatch(db, batch.id);
    log.error("mail was given up, and it is not known whether it was delivered", { batch: batch.id });
  }
}

async function gather({ db, now, vault }: Context, { from }: Mailer): Promise<Batch | undefined> {
  const found = await queries.gather(db, now, mailsPerRequest);
  if (found.length === 0) return undefined;
  const id = newId("batch");
  const letters = found.map(({ id, recipient: to, subject, body: text }) => ({
    id,
    mail: { from, to, subject, text, html: htmlOf(text) },
  }));
  const sealed = vault.seal(JSON.stringify(letters), purposeOf(id));
  await queries.insertBatch(db, { id, sealed, messageIds: letters.map((letter) => letter.id), now });
  return { id, letters, attempts: 0, unclearSince: null };
}

const purposeOf = (batchId: string) => `mail_batches.payload:${batchId}`;
const unseal = (vault: Vault, batchId: string, sealed: string): Batch["letters"] => JSON.parse(vault.open(sealed, purposeOf(batchId)));

/** Writes down what became of an attempt. */
async function settle(context: Context, { batch, delivery }: { batch: Batch; delivery: Delivery }): Promise<void> {
  const { db, now, log } = context;
  const waitMs = waitAfter(batch.attempts + 1, Math.random(), longestMailWaitMs);
  if (delivery.is !== "taken") log.warn("mail was not sent", { batch: batch.id, mails: batch.letters.length, why: delivery.why });
  switch (delivery.is) {
    case "taken":
      await queries.markSent(
        db,
        batch.letters.map(({ id }) => id),
        delivery.as,
        now,
      );
      await queries.removeBatch(db, batch.id);
      return goOn(context);
    case "refused":
      // Of several, the service does not say which one it can't take: each goes by itself then.
      if (batch.letters.length > 1) await queries.noteError(db, batch.id, delivery.why);
      else await queries.failBatch(db, batch.id, delivery.why);
      await queries.removeBatch(db, batch.id);
      return goOn(context);
    case "put_off": {
      const due = later(now, delivery.waitMs ?? waitMs);
      await queries.postponeBatch(db, batch.id, { due, unclearSince: batch.unclearSince, error: delivery.why });
      return goOn(context, due);
    }
    case "unclear": {
      const due = later(now, waitMs);
      await queries.postponeBatch(db, batch.id, { due, unclearSince: batch.unclearSince ?? now, error: delivery.why });
      await context.enqueue("sendMails", {}, { key: `sendMails:${batch.id}`, runAt: new Date(due) });
      return goOn(context);
    }
  }
}

async function goOn({ db, enqueue }: Context, from?: string) {
  await queries.endTurn(db, "mail", from);
  await enqueue("sendMails", {}, { key: "sendMails", ...(from !== undefined && { runAt: new Date(from) }) });
}
