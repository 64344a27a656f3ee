const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the first attempt, the second, and so on; the last holds from then on. */
const waitsMs = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour];

/** How long to wait after so many attempts: longer each time, and never the same for all who failed together. `chance` is from 0 to 1. */
export function waitAfter(attempts: number, chance: number, longestMs = 12 * hour): number {
  const waitMs = waitsMs[Math.min(Math.max(attempts, 1), waitsMs.length) - 1] ?? longestMs;
  return Math.round(Math.min(waitMs, longestMs) * (0.8 + 0.4 * chance));
}

/** A mail's key is short-lived, so it is tried more often. */
export const longestMailWaitMs = hour;

const isOlder = (since: string, now: string, ms: number) => Date.parse(now) - Date.parse(since) > ms;

/** A mail service remembers an idempotency key for 24 hours: a later attempt could deliver twice. */
export const isKeyForgotten = (unclearSince: string, now: string) => isOlder(unclearSince, now, 23 * hour);

/** What nobody took for four days is given up. */
export const isStale = (createdAt: string, now: string) => isOlder(createdAt, now, 96 * hour);

/** An endpoint that took nothing for three days is called no more; sooner than what waits for it is given up, so that it is noticed. */
export const isDead = (failingSince: string, now: string) => isOlder(failingSince, now, 72 * hour);

export const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

/** How long whoever sends may be silent before another goes on: longer than any attempt takes. */
export const leaseMs = minute;

/** Who a mail was for, once the account is gone. */
export const forgotten = "deleted@deleted.invalid";
