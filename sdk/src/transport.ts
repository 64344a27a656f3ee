import { attempt, type Fetch, type Incoming, type Outgoing } from "./attempt.ts";
import { type FailedRequest, NextMavensError } from "./error.ts";
import { duration, isPassing, isPassingFailure, type RetryOptions, rulesOf, secondsOf, waitMs } from "./retry.ts";

/** What happened to one attempt; a call that is repeated has several. */
export interface Attempt {
  /** The operation's id, such as `createProject`. */
  readonly operation: string;
  readonly method: string;
  /** Without the query. */
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string;
  /** Why there was no answer. */
  readonly error?: NextMavensError;
  /** It is tried again after so long. */
  readonly retryInMs?: number;
}

/** How requests are sent. */
export interface TransportOptions {
  /** Another way to fetch: a proxy, a recorder, a test's. */
  readonly fetch?: Fetch | undefined;
  /** How long one attempt may take, from the request to the last byte. 35 seconds unless told, a little more than the platform gives itself. */
  readonly timeoutMs?: number | undefined;
  /** How often and how long to try what may be repeated; `false` tries once. */
  readonly retry?: RetryOptions | false | undefined;
  /** No answer may be larger: 64 MiB unless told. */
  readonly answerBytesMax?: number | undefined;
  /** Hears of every attempt, for logs and measurements. What it throws is ignored. */
  readonly onAttempt?: ((attempt: Attempt) => void | Promise<void>) | undefined;
}

/** What one call may say about how it is sent. */
export interface Sending {
  /** Calls the call off: it fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt of this call may take. */
  readonly timeoutMs?: number | undefined;
  /** How often and how long to try this call, where it may be repeated. */
  readonly retry?: RetryOptions | false | undefined;
}

/** How one request is to be sent. */
export interface Plan extends Sending {
  /** Doing it twice is as good as doing it once. */
  readonly isRepeatable: boolean;
  /** An answer to be taken as it is, though its status is one that passes. */
  readonly isWanted?: (answer: Incoming) => boolean;
}

/** Sends a request, again where that is safe and may help, and gives the last answer. */
export type Transport = (outgoing: Outgoing, plan: Plan) => Promise<Incoming>;

const usualTimeoutMs = 35_000;
const usualBytesMax = 64 * 2 ** 20;

/** Makes what sends the requests of one client. */
export function makeTransport(options: TransportOptions): Transport {
  const { fetch = (url, init) => globalThis.fetch(url, init), answerBytesMax = usualBytesMax, onAttempt } = options;
  const timeoutOf = (given = options.timeoutMs ?? usualTimeoutMs) => duration("timeoutMs", given);
  // What is wrong with the client's options is said when it is made.
  timeoutOf();
  rulesOf(options.retry);

  return async (outgoing, plan) => {
    const rules = rulesOf(options.retry, plan.retry);
    const timeoutMs = timeoutOf(plan.timeoutMs);
    const endsAt = Date.now() + rules.totalMs;
    for (let attempts = 1; ; attempts += 1) {
      const began = Date.now();
      const { named, request } = name(outgoing, attempts);
      // Whoever gives one attempt more time than all of them gets it; only further ones are bound by the whole.
      const timeLeftMs = attempts === 1 ? timeoutMs : Math.min(timeoutMs, Math.max(1, endsAt - began));
      const limits = { fetch, timeoutMs: timeLeftMs, answerBytesMax, signal: plan.signal, request };
      const outcome = await attempt(named, limits).catch((reason: unknown) => failureIn(reason, plan.signal));
      const wait = plan.isRepeatable && attempts < rules.attempts ? waitAfter(outcome, plan, attempts, rules) : undefined;
      const retryInMs = wait !== undefined && Date.now() + wait < endsAt ? Math.round(wait) : undefined;
      void tell(onAttempt, outcome, Date.now() - began, retryInMs);
      if (retryInMs !== undefined) await pause(retryInMs, plan.signal);
      else if (outcome instanceof NextMavensError) throw outcome;
      else return outcome;
    }
  };
}

/** Each attempt has an id, so that also one without an answer can be asked about. */
function name(outgoing: Outgoing, attempts: number): { named: Outgoing; request: FailedRequest } {
  const { operation, method, url } = outgoing;
  const headers = new Headers(outgoing.headers);
  const id = headers.get("x-request-id") ?? `req_${randomLetters()}`;
  headers.set("x-request-id", id);
  return { named: { ...outgoing, headers }, request: { id, operation, method, url: url.replace(/[?#].*$/s, ""), attempts } };
}

/** What is no failure of the request is the caller's own doing, and goes back to them as it is. */
function failureIn(reason: unknown, signal: AbortSignal | undefined): NextMavensError {
  if (signal?.aborted || !(reason instanceof NextMavensError)) throw reason;
  return reason;
}

function waitAfter(
  outcome: Incoming | NextMavensError,
  plan: Plan,
  attempts: number,
  rules: ReturnType<typeof rulesOf>,
): number | undefined {
  if (outcome instanceof NextMavensError) return isPassingFailure(outcome) ? waitMs(attempts, undefined, rules) : undefined;
  if (!isPassing(outcome) || plan.isWanted?.(outcome)) return undefined;
  return waitMs(attempts, secondsOf(outcome.headers.get("retry-after")), rules);
}

/** Never fails: whoever listens does not decide whether the call succeeds. */
async function tell(onAttempt: TransportOptions["onAttempt"], outcome: Incoming | NextMavensError, durationMs: number, retryInMs?: number) {
  const { status, request } = outcome;
  const { id, operation, method, url, attempts: attempt } = request;
  const error = outcome instanceof NextMavensError ? outcome : undefined;
  const requestId = (outcome instanceof NextMavensError ? undefined : outcome.headers.get("x-request-id")) ?? id;
  try {
    await onAttempt?.({
      operation,
      method,
      url,
      attempt,
      status,
      durationMs,
      requestId,
      ...(error && { error }),
      ...(retryInMs !== undefined && { retryInMs }),
    });
  } catch {
    // See above.
  }
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** 26 letters by chance, 128 bits of it, in the form of the platform's own ids. */
export const randomLetters = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte, index) => letters.charAt(index === 0 ? byte & 7 : byte & 31)).join("");

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", callOff);
      resolve();
    }, ms);
    if (signal?.aborted) callOff();
    else signal?.addEventListener("abort", callOff, { once: true });
  });
}
