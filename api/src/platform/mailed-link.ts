import type { Context } from "./action.ts";
import { clientAt } from "./network.ts";
import { refuseIfWaiting } from "./sign-in.ts";
import { digestOf, newToken } from "./token.ts";

/** The token of a link that serves once, what is kept of it, and until when it serves. */
export function newLink(prefix: string, now: string, lifetimeMs: number) {
  const token = newToken(prefix);
  return { token, hash: digestOf(token), until: new Date(Date.parse(now) + lifetimeMs).toISOString() };
}

/** Counts that somebody wants a link mailed to an address, whether or not anybody here has it. */
export async function countWish({ throttle, request }: Pick<Context, "throttle" | "request">, email: string): Promise<void> {
  refuseIfWaiting(await throttle.attempt("mailByAddress", clientAt(request.address)));
  refuseIfWaiting(await throttle.attempt("mailByAccount", email.toLowerCase()));
}
