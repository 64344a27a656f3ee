import type { ErrorResponse, Resend } from "resend";
import { type Delivery, waitOf } from "./delivery.ts";

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands mail to a service; the same mails under the same key are delivered once, within 24 hours. Never throws. */
export interface Mailer {
  readonly from: string;
  send(mails: readonly Mail[], idempotencyKey: string): Promise<Delivery>;
}

/** What the service takes in one request. */
export const mailsPerRequest = 100;
const timeoutMs = 10_000;

interface MailSettings {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly from: string;
  readonly timeoutMs?: number;
}

/** Mail by Resend. Its SDK has neither timeout nor retry and never throws: the first is set here, the second is the outbox's. */
export function makeMailer(settings: MailSettings): Mailer {
  let resend: Resend | undefined;
  const open = async () => {
    const { Resend } = await import("resend");
    return new Resend(settings.apiKey, settings.baseUrl === undefined ? {} : { baseUrl: settings.baseUrl });
  };
  return {
    from: settings.from,
    async send(mails, idempotencyKey) {
      resend ??= await open();
      const options = { idempotencyKey, signal: AbortSignal.timeout(settings.timeoutMs ?? timeoutMs) };
      const [first] = mails;
      if (!first) return { is: "taken", as: [] };
      if (mails.length > 1) {
        const { data, error, headers } = await resend.batch.send([...mails], options);
        return error ? judge(error, headers) : { is: "taken", as: data.data.map(({ id }) => id) };
      }
      const { data, error, headers } = await resend.emails.send(first, options);
      return error ? judge(error, headers) : { is: "taken", as: [data.id] };
    },
  };
}

/** Wrong keys, domains that are not verified and the like are ours to mend: the mail waits until they are. */
const oursToMend: readonly number[] = [401, 403, 404, 405];

function judge({ statusCode, name, message }: ErrorResponse, headers: Readonly<Record<string, string>> | null): Delivery {
  const why = `${name}: ${message}`;
  if (statusCode === null || statusCode >= 500 || statusCode === 408 || name === "concurrent_idempotent_requests")
    return { is: "unclear", why };
  if (statusCode === 429) return { is: "put_off", why, waitMs: waitOf(headers?.["retry-after"], Date.now()), status: statusCode };
  if (oursToMend.includes(statusCode)) return { is: "put_off", why, waitMs: undefined, status: statusCode };
  return { is: "refused", why, status: statusCode };
}
