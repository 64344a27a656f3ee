import type { Context } from "./action.ts";
import { clientAt } from "./network.ts";
import { refusals } from "./refusal.ts";

export const refuse = refusals({
  wrong_credentials: [401, "E-mail or password is not right."],
  too_many_attempts: [429, "There were too many attempts: wait, then try again."],
});

type Attempting = Pick<Context, "throttle" | "request">;

/** What speaks for whoever tries: that the right password was given there before. */
export interface Known {
  /** A browser that shows the mark it was given then. */
  readonly device?: string | undefined;
  readonly isAddress?: boolean;
}

/**
 * Counts an attempt to sign in per account and address, then per address, then per account, and refuses at the first
 * that has too many: what one address guesses after its own limit does not count against the account's owner elsewhere.
 * A known browser has a count of its own, and at a known address the account's count is not asked: what others guess shuts neither out.
 */
export async function countAttempt({ throttle, request }: Attempting, door: string, email: string, known: Known = {}) {
  const account = `${door}:${email.toLowerCase()}`;
  if (known.device !== undefined) return refuseIfWaiting(await throttle.attempt("loginByDevice", `${account}:${known.device}`));
  const client = clientAt(request.address);
  refuseIfWaiting(await throttle.attempt("loginByPair", `${account}:${client}`));
  refuseIfWaiting(await throttle.attempt("loginByAddress", `${door}:${client}`));
  if (!known.isAddress) refuseIfWaiting(await throttle.attempt("loginByAccount", account));
}

export function refuseIfWaiting(seconds: number) {
  if (seconds > 0)
    throw refuse("too_many_attempts", { headers: { "retry-after": String(seconds) }, details: { retryAfterSeconds: seconds } });
}

/** The right password was given: earlier mistakes of this account count no more. */
export async function forgiveAttempts({ throttle, request }: Attempting, door: string, email: string, { device }: Known = {}) {
  const account = `${door}:${email.toLowerCase()}`;
  await Promise.all([
    ...(device === undefined ? [] : [throttle.forgive("loginByDevice", `${account}:${device}`)]),
    throttle.forgive("loginByPair", `${account}:${clientAt(request.address)}`),
    throttle.forgive("loginByAccount", account),
  ]);
}
