import type { Session } from "../platform/db/session.ts";

/** What PostgreSQL told beside its answers: warnings, and what a function raised as a notice. */
export interface Notice {
  readonly severity: string;
  readonly message: string;
}

const noticesMax = 100;
const lettersMax = 2_000;

/** Does work and keeps the first of what the session is told meanwhile. */
export async function noticing<T>(session: Session, work: () => Promise<T>): Promise<T & { readonly notices: readonly Notice[] }> {
  const notices: Notice[] = [];
  const stop = session.hear(({ severity = "NOTICE", message = "" }) => {
    if (notices.length < noticesMax) notices.push({ severity, message: message.slice(0, lettersMax) });
  });
  try {
    return { ...(await work()), notices };
  } finally {
    stop();
  }
}

/** The JSON of an answer, with them as its last member. */
export const withNotices = (body: string, notices: readonly Notice[]): string =>
  notices.length === 0 ? body : `${body.slice(0, -1)},"notices":${JSON.stringify(notices)}}`;
