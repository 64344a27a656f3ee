import type { Context } from "./action.ts";
import { refusals } from "./refusal.ts";

export const refuse = refusals({
  wrong_credentials: [401, "E-mail or password is not right."],
  too_many_attempts: [429, "There were too many attempts: wait, then try again."],
});

type Attempting = Pick<Context, "throttle" | "request">;

/**
 * Counts an attempt to sign in per account and address, then per address, then per account, and refuses at the first
 * that has too many: what one address guesses after its own limit does not count against the account's owner elsewhere.
 */
export async function countAttempt({ throttle, request }: Attempting, door: string, email: string) {
  const account = `${door}:${email.toLowerCase()}`;
  const address = request.address ?? "unknown";
  refuseIfWaiting(await throttle.attempt("loginByPair", `${account}:${address}`));
  refuseIfWaiting(await throttle.attempt("loginByAddress", `${door}:${address}`));
  refuseIfWaiting(await throttle.attempt("loginByAccount", account));
}

export function refuseIfWaiting(seconds: number) {
  if (seconds > 0)
    throw refuse("too_many_attempts", { headers: { "retry-after": String(seconds) }, details: { retryAfterSeconds: seconds } });
}

/** The right password was given: earlier mistakes of this account count no more. */
export async function forgiveAttempts({ throttle, request }: Attempting, door: string, email: string) {
  const account = `${door}:${email.toLowerCase()}`;
  await Promise.all([
    throttle.forgive("loginByPair", `${account}:${request.address ?? "unknown"}`),
    throttle.forgive("loginByAccount", account),
  ]);
}
