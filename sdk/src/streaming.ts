import { errorOf, objectIn } from "./answer.ts";
import { type Fetch, refuseRedirect } from "./attempt.ts";
import { type FailedRequest, failure, type NextMavensError } from "./error.ts";
import { randomLetters } from "./transport.ts";

/** Where a project's data is, and by what key. */
export interface DataAt {
  readonly url: string;
  readonly apiKey: string;
  readonly fetch?: Fetch | undefined;
}

/** What is asked of the data plane where the question or the answer is a stream. */
interface Asked {
  readonly operation: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly init: Omit<RequestInit, "headers">;
}

/** Makes what asks once, with the key; nothing is ever repeated: who began knows best whether to begin again. */
export const makeAsk =
  ({ url, apiKey, fetch = (at, init) => globalThis.fetch(at, init) }: DataAt) =>
  async ({ operation, path, query = {}, headers, init }: Asked): Promise<{ response: Response; request: FailedRequest }> => {
    const at = `${url}${path}`;
    const id = `req_${randomLetters()}`;
    const request: FailedRequest = { id, operation, method: init.method ?? "GET", url: at, attempts: 1 };
    const sent = { ...init, headers: { apikey: apiKey, "x-request-id": id, ...headers }, redirect: "manual" } as const;
    const response = await orFailure(fetch(`${at}${written(query)}`, sent), request, init.signal);
    refuseRedirect(response, request);
    if (!response.ok) throw errorOf(await incoming(response, request));
    return { response, request };
  };

async function orFailure(answer: Promise<Response>, request: FailedRequest, signal: RequestInit["signal"]): Promise<Response> {
  try {
    return await answer;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw failure("network_error", `There was no answer: ${saidBy(cause)}.`, request, { cause });
  }
}

function written(query: NonNullable<Asked["query"]>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as [string, string]]));
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
}

/** The rest of an answer that is short enough to be had at once. */
export const incoming = async (response: Response, request: FailedRequest) => ({
  status: response.status,
  statusText: response.statusText,
  headers: response.headers,
  text: await response.text(),
  request,
});

/** The answer as it comes. */
export function bodyOf({ body }: Response, request: FailedRequest): ReadableStream<Uint8Array> {
  if (!body) throw failure("unreadable_answer", "This runtime gives no stream to read from.", request);
  return body;
}

/** Why a stream ended early: because it was called off, or by itself. */
export const brokenOff = (cause: unknown, request: FailedRequest, signal: AbortSignal | undefined): unknown =>
  signal?.aborted ? signal.reason : failure("incomplete_answer", `The answer broke off: ${saidBy(cause)}.`, request, { cause });

const saidBy = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** The error that a line of NDJSON tells, as the last one may. */
export function errorIn(line: string, request: FailedRequest): NextMavensError | undefined {
  if (!line.startsWith('{"error":')) return undefined;
  const { error, ...others } = objectIn(line) ?? {};
  const problem = typeof error === "object" && error !== null && Object.keys(others).length === 0 ? (error as Record<string, unknown>) : {};
  const { status, code, type, requestId } = problem;
  const isProblem = typeof status === "number" && [code, type, requestId].every((each) => typeof each === "string");
  if (!isProblem) return undefined;
  return errorOf({ status, statusText: "", headers: new Headers(), text: JSON.stringify(problem), request });
}
