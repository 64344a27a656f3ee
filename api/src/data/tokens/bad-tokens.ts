import { LRUCache } from "lru-cache";
import type { Refusal } from "../../platform/refusal.ts";
import { refuse } from "../contract.ts";
import { Fault } from "../fault.ts";

/** Verifies a token that is not remembered, or refuses to. */
export type Guard = <Found>(who: string, verify: () => Promise<Found>) => Promise<Found>;

interface Tally {
  count: number;
  readonly since: number;
}

/** Many people may ask from one address, and their tokens end at any time. */
export const badTokensMax = 300;
const windowMs = 60_000;
const rememberedMax = 50_000;

/**
 * Bounds how often tokens are looked at in vain: a request with a bad one is refused before it counts against its project's
 * limits, as it must, or anybody could use those up. Counted where they failed, so that good ones cost nothing however many
 * come at once.
 */
export function guardAgainstBadTokens(clock: () => number): Guard {
  const tallies = new LRUCache<string, Tally>({ max: rememberedMax });
  const current = (who: string) => {
    const known = tallies.get(who);
    return known && clock() - known.since < windowMs ? known : undefined;
  };
  const note = (who: string) => {
    const tally = current(who) ?? { count: 0, since: clock() };
    tally.count += 1;
    tallies.set(who, tally);
  };
  return async (who, verify) => {
    const tally = current(who);
    if (tally && tally.count >= badTokensMax) throw tooMany(tally.since + windowMs - clock());
    try {
      return await verify();
    } catch (error) {
      if (error instanceof Fault) note(who);
      throw error;
    }
  };
}

function tooMany(waitMs: number): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return refuse("too_many_bad_tokens", { headers: { "retry-after": String(retryAfterSeconds) }, details: { retryAfterSeconds } });
}
