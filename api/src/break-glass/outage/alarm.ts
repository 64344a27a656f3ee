import { htmlOf } from "../../notices/index.ts";
import { type Mailer, mailsPerRequest } from "../../platform/mail.ts";
import type { StaffChannel } from "../../platform/staff-channel.ts";

/** The ways to staff that need no database. */
export interface Alarm {
  readonly mailer: Mailer | undefined;
  readonly staffChannel: StaffChannel | undefined;
}

/** Tells all staff at once, past the outbox; gives what became of it, for the journal. */
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
  const sent = Promise.all(batches.map((batch, i) => mailer?.send(batch, `${key}-${i}`)));
  const [mail, telegram] = await Promise.all([sent, staffChannel?.send(`${subject}\n\n${body}`)]);
  return {
    subject,
    mails: mails.length,
    mail: mail.map((each) => each?.is ?? "not configured"),
    telegram: telegram?.is ?? "not configured",
  };
}
