/** What became of an attempt to hand a message to somebody's service. */
export type Delivery =
  | { readonly is: "taken"; readonly as: readonly string[]; readonly status?: number }
  /** Not taken, and it never will be as it is. */
  | { readonly is: "refused"; readonly why: string; readonly status?: number }
  /** Surely not taken, but it may be later; `waitMs` is what the service asked for. */
  | { readonly is: "put_off"; readonly why: string; readonly waitMs: number | undefined; readonly status?: number }
  /** Nobody can tell whether it was taken. */
  | { readonly is: "unclear"; readonly why: string };

const longestWaitMs = 24 * 60 * 60_000;

/** What a Retry-After header asks for (RFC 9110, section 10.2.3): seconds, or a date. */
export function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : undefined;
}
