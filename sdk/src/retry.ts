import type { Incoming } from "./attempt.ts";
import type { NextMavensError } from "./error.ts";

/** How often, and how long, a request is tried that may be repeated: reads, and changes under one idempotency key. */
export interface RetryOptions {
  /** How often in all, the first time among them. 3 unless told; 10 at most. */
  readonly attempts?: number;
  /** No attempt but the first goes on for longer than this after the call began. A minute unless told. */
  readonly totalMs?: number;
  /** How long to wait at most after the first failure; each further wait may be twice as long. 250 unless told. */
  readonly delayMs?: number;
  /** No wait is longer than this, unless `Retry-After` asks for it. 8 seconds unless told. */
  readonly delayMsMax?: number;
}

/** The same, with nothing left open. */
export type RetryRules = Required<RetryOptions>;

const usual: RetryRules = { attempts: 3, totalMs: 60_000, delayMs: 250, delayMsMax: 8_000 };

/** The client's rules, and over them the call's own. */
export function rulesOf(clients: RetryOptions | false | undefined, calls?: RetryOptions | false): RetryRules {
  const isOff = calls === undefined ? clients === false : calls === false;
  const rules = { ...usual, ...definedIn(clients || {}), ...definedIn(calls || {}), ...(isOff && { attempts: 1 }) };
  if (!(Number.isInteger(rules.attempts) && rules.attempts >= 1 && rules.attempts <= 10))
    throw new RangeError("retry.attempts must be a whole number from 1 to 10.");
  for (const name of ["totalMs", "delayMs", "delayMsMax"] as const) duration(`retry.${name}`, rules[name]);
  return rules;
}

const definedIn = (options: object) => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** Timers take no more than this, and fire at once instead. */
const durationMsMax = 2 ** 31 - 1;

/** A duration that timers can keep, or a sentence why it is none. */
export function duration(name: string, ms: number): number {
  if (ms >= 1 && ms <= durationMsMax) return ms;
  throw new RangeError(`${name} must be a number of milliseconds from 1 to ${durationMsMax}.`);
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether another attempt may fare better. A refusal stays one, so no other 4xx is repeated. */
export function isPassing({ status, text }: Pick<Incoming, "status" | "text">): boolean {
  // Only our own earlier attempt can hold the key; once that is done its answer is to be had.
  return passing.has(status) || (status === 409 && text.includes('"idempotency_key_in_flight"'));
}

/** Whether what failed without an answer may fare better another time. */
export const isPassingFailure = ({ code }: NextMavensError): boolean =>
  code === "network_error" || code === "timeout" || code === "incomplete_answer";

/** How long to wait after the attempt of this number: at random up to twice as long each time, but as long as `Retry-After` asks. */
export function waitMs(attempts: number, retryAfter: number | undefined, { delayMs, delayMsMax }: RetryRules): number {
  const most = Math.min(delayMsMax, delayMs * 2 ** (attempts - 1));
  const some = Math.random() * most;
  return retryAfter === undefined ? some : retryAfter * 1000 + Math.min(some, delayMs);
}

/** What `Retry-After` says, a number of seconds or a date, in seconds from now. */
export function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
