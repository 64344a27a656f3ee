import { setTimeout as sleep } from "node:timers/promises";
import { htmlOf } from "../../notices/index.ts";
import type { Delivery } from "../../platform/delivery.ts";
import { type Mailer, mailsPerRequest } from "../../platform/mail.ts";
import type { StaffChannel } from "../../platform/staff-channel.ts";

/** The ways to staff that need no database. */
export interface Alarm {
  readonly mailer: Mailer | undefined;
  readonly staffChannel: StaffChannel | undefined;
}

/** How staff are told where something happens behind broken glass: each way, whether it is there, and what makes it so. */
export const waysOf = ({ mailer, staffChannel }: Alarm) => [
  { way: "by mail", isThere: mailer !== undefined, by: "RESEND_API_KEY" },
  { way: "by Telegram", isThere: staffChannel !== undefined, by: "TELEGRAM_BOT_TOKEN and TELEGRAM_STAFF_CHAT" },
];

/** Tells all staff at once, past the outbox, and again what is not taken, for up to six minutes; gives what became of it, for the journal. */
export async function tellDirectly(
  { mailer, staffChannel }: Alarm,
  staff: readonly string[],
  key: string,
  { subject, body }: { readonly subject: string; readonly body: string },
): Promise<Record<string, unknown>> {
  const mails = staff.map((to) => ({ from: mailer?.from ?? "", to, subject, text: body, html: htmlOf(body) }));
  const batches = Array.from({ length: Math.ceil(mails.length / mailsPerRequest) }, (_, i) =>
    mails.slice(i * mailsPerRequest, (i + 1) * mailsPerRequest),
  );
  const sent = Promise.all(batches.map((batch, i) => mailer && persistently(() => mailer.send(batch, `${key}-${i}`))));
  const shown = staffChannel && persistently(() => staffChannel.send(`${subject}\n\n${body}`));
  const [mail, telegram] = await Promise.all([sent, shown]);
  return {
    subject,
    mails: mails.length,
    mail: mail.map((each) => each?.is ?? "not configured"),
    telegram: telegram?.is ?? "not configured",
  };
}

const pausesMs = [1_000, 4_000, 15_000, 60_000, 280_000];

/** A service that has not said yes or no is asked again: nothing else would. */
async function persistently(send: () => Promise<Delivery>): Promise<Delivery> {
  let delivery = await send();
  for (const pauseMs of pausesMs) {
    if (delivery.is === "taken" || delivery.is === "refused") break;
    const askedForMs = delivery.is === "put_off" ? delivery.waitMs : undefined;
    await sleep(Math.max(pauseMs, askedForMs ?? 0), undefined, { ref: false });
    delivery = await send();
  }
  return delivery;
}
