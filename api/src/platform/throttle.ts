import type pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** Counts attempts over all processes, so that guessing is slow everywhere at once. */
export interface Throttle {
  /** Counts one attempt; tells how many seconds to wait when there were too many, or 0. */
  attempt(rule: keyof typeof rules, who: string): Promise<number>;
  /** Forgets the attempts: the right password was given. */
  forgive(rule: keyof typeof rules, who: string): Promise<void>;
}

/** Attempts allowed in so many seconds. */
const rules = {
  loginByDevice: { points: 10, duration: 15 * 60 },
  loginByPair: { points: 10, duration: 15 * 60 },
  loginByAccount: { points: 100, duration: 15 * 60 },
  loginByAddress: { points: 300, duration: 15 * 60 },
  breakGlassByAddress: { points: 10, duration: 15 * 60 },
  breakGlassDigitsByCode: { points: 5, duration: 15 * 60 },
  breakGlassAlertByCode: { points: 1, duration: 15 * 60 },
  linkByAddress: { points: 30, duration: 15 * 60 },
  registerByAddress: { points: 1000, duration: 60 * 60 },
  exportByMember: { points: 30, duration: 60 * 60 },
  mailByAccount: { points: 5, duration: 60 * 60 },
  mailByAddress: { points: 60, duration: 60 * 60 },
} as const;

const attemptIn = async (limiter: RateLimiterAbstract | undefined, who: string): Promise<number> => {
  try {
    await limiter?.consume(who);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
};

/** Of this process alone, where there is no database to count in. */
export function makeOwnThrottle(): Pick<Throttle, "attempt"> {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    attempt(rule, who) {
      const limiter = limiters.get(rule) ?? new RateLimiterMemory({ keyPrefix: rule, ...rules[rule] });
      limiters.set(rule, limiter);
      return attemptIn(limiter, who);
    },
  };
}

export function makeThrottle(pool: pg.Pool): Throttle {
  const limiterOf = (rule: keyof typeof rules) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "throttle",
      tableCreated: true,
      keyPrefix: rule,
      clearExpiredByTimeout: false,
      ...rules[rule],
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: rule, ...rules[rule] }),
    });
  const limiters = new Map((Object.keys(rules) as (keyof typeof rules)[]).map((rule) => [rule, limiterOf(rule)]));
  return {
    attempt: (rule, who) => attemptIn(limiters.get(rule), who),
    forgive: async (rule, who) => void (await limiters.get(rule)?.delete(who)),
  };
}
