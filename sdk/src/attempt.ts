import { type FailedRequest, failure } from "./error.ts";

/** The fetch of the runtime, or one that stands in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request as it is sent, every time it is. */
export interface Outgoing {
  /** The id of the operation, for logs and errors. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
}

/** A whole answer. */
export interface Incoming {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly text: string;
  /** What was asked, for errors. */
  readonly request: FailedRequest;
}

/** How far an attempt may go, and for whom. */
export interface Limits {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly answerBytesMax: number;
  readonly signal?: AbortSignal | undefined;
  readonly request: FailedRequest;
}

/** Sends a request once and reads all of the answer. Never follows a redirect, never outlives its time. */
export async function attempt({ url, method, headers, body }: Outgoing, limits: Limits): Promise<Incoming> {
  const { fetch, request } = limits;
  const watch = keepWatch(limits);
  try {
    if (watch.signal.aborted) throw watch.signal.reason;
    const init = { method, headers, redirect: "manual", signal: watch.signal, ...(body !== undefined && { body }) } as const;
    const response = await watch.orStop(() => fetch(url, init), "There was no answer", "network_error");
    if (response.type === "error") throw failure("network_error", "There was no answer.", request);
    refuseRedirect(response, request);
    const text = await watch.orStop(() => read(response, limits), "The answer broke off", "incomplete_answer");
    return { status: response.status, statusText: response.statusText, headers: response.headers, text, request };
  } finally {
    watch.end();
  }
}

/** Stops an attempt when its time is over or the caller calls it off, even where `fetch` does not listen. */
function keepWatch({ timeoutMs, signal: callers, request }: Limits) {
  const stop = new AbortController();
  const { signal } = stop;
  const callOff = () => stop.abort(callers?.reason);
  if (callers?.aborted) callOff();
  callers?.addEventListener("abort", callOff, { once: true });
  const late = () => stop.abort(failure("timeout", `There was no whole answer within ${timeoutMs} ms.`, request));
  const timer = setTimeout(late, timeoutMs);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // It is raced below; where nobody waits for it any more it shall not count as unhandled.
  stopped.catch(() => undefined);
  return {
    signal,
    /** What was waited for; or why it was stopped; or why it failed by itself. */
    async orStop<Value>(work: () => Promise<Value>, sentence: string, code: "network_error" | "incomplete_answer"): Promise<Value> {
      try {
        return await Promise.race([work(), stopped]);
      } catch (cause) {
        if (signal.aborted) throw signal.reason;
        if (cause instanceof TooLarge) throw failure("answer_too_large", cause.message, request, { status: cause.status });
        throw failure(code, `${sentence}: ${reasonOf(cause)}.`, request, { cause });
      }
    },
    end() {
      clearTimeout(timer);
      callers?.removeEventListener("abort", callOff);
    },
  };
}

/** Node says only "fetch failed", and the reason in the cause. */
function reasonOf(cause: unknown): string {
  const [outer, inner] = [saidIn(cause), saidIn(fieldOf(cause, "cause"))];
  return [outer ?? "no reason is given", inner && `(${inner})`].filter(Boolean).join(" ");
}

/** Errors of other realms and of libraries are not always instances of Error. */
const saidIn = (error: unknown): string | undefined =>
  [fieldOf(error, "message"), fieldOf(error, "code"), error].find((each): each is string => typeof each === "string" && each !== "");

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Whoever is there shall not see what the answer was asked with. */
export function refuseRedirect({ status, type, headers, body }: Response, request: FailedRequest): void {
  const isRedirect = type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);
  if (!isRedirect) return;
  body?.cancel().catch(() => undefined);
  const location = headers.get("location") ?? undefined;
  const where = location === undefined ? "another address" : location;
  const sentence = `This address leads to ${where}, where no credentials are sent: give createClient the final address.`;
  throw failure("redirected", sentence, request, { status, ...(location !== undefined && { details: { location } }) });
}

class TooLarge extends Error {
  readonly status: number;
  constructor(status: number, bytesMax: number) {
    super(`The answer is larger than ${bytesMax} bytes.`);
    this.status = status;
  }
}

async function read(response: Response, { answerBytesMax }: Limits): Promise<string> {
  const { body, status, headers } = response;
  // React Native has no stream to read from.
  if (!body) return response.text();
  const reader = body.getReader();
  const refuse = () => {
    reader.cancel().catch(() => undefined);
    throw new TooLarge(status, answerBytesMax);
  };
  if (Number(headers.get("content-length")) > answerBytesMax) refuse();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > answerBytesMax) refuse();
    text += decoder.decode(value, { stream: true });
  }
}
