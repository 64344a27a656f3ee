import type { Resend } from "resend";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail; the same `idempotencyKey` within 24 hours is delivered once. Throws with the service's own words. */
export interface Mailer {
  send(mail: Mail, idempotencyKey: string): Promise<void>;
}

const timeoutMs = 10_000;

/** Mail by Resend. Its SDK has neither timeout nor retry and never throws: the first is set here, the second is the job queue's. */
export function makeMailer(settings: { readonly apiKey: string; readonly baseUrl: string | undefined; readonly from: string }): Mailer {
  let resend: Resend | undefined;
  const open = async () => {
    const { Resend } = await import("resend");
    return new Resend(settings.apiKey, settings.baseUrl === undefined ? {} : { baseUrl: settings.baseUrl });
  };
  return {
    async send(mail, idempotencyKey) {
      resend ??= await open();
      const options = { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) };
      const { error } = await resend.emails.send({ from: settings.from, ...mail }, options);
      if (error) throw new Error(`${error.name}: ${error.message}`);
    },
  };
}
