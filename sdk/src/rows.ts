import { flawOf, objectIn, unreadable } from "./answer.ts";
import { type FailedRequest, failure } from "./error.ts";
import { bodyOf, brokenOff, errorIn } from "./streaming.ts";

/** No row is longer; a line that never ends must not fill the memory. */
const lineMax = 64 * 2 ** 20;

/** The rows of an answer in NDJSON, read no faster than they are used. Whoever stops in the middle ends the request. */
export async function* rowsOf(
  response: Response,
  request: FailedRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<Record<string, unknown>, void, undefined> {
  const rowOf = (line: string) => {
    const row = objectIn(line);
    const { status, statusText, headers } = response;
    if (!row) throw unreadable({ status, statusText, headers, text: line, request }, flawOf(line));
    return row;
  };
  /** It reads as an error, which only the last line is: a row may look like one too. */
  let held: string | undefined;
  for await (const line of linesOf(response, request, signal)) {
    if (held !== undefined) yield rowOf(held);
    held = errorIn(line, request) ? line : undefined;
    if (held === undefined) yield rowOf(line);
    if (signal?.aborted) throw signal.reason;
  }
  if (held !== undefined) throw errorIn(held, request);
}

async function* linesOf(response: Response, request: FailedRequest, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const reader = bodyOf(response, request).getReader();
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let begunLength = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => Promise.reject(brokenOff(cause, request, signal)));
      if (done) break;
      const [first = "", ...more] = decoder.decode(value, { stream: true }).split("\n");
      begun.push(first);
      begunLength += first.length;
      if (begunLength > lineMax) throw failure("answer_too_large", `A row is longer than ${lineMax} characters.`, request);
      const last = more.pop();
      if (last === undefined) continue;
      yield begun.join("");
      yield* more;
      begun = [last];
      begunLength = last.length;
    }
    if (begunLength > 0) throw failure("incomplete_answer", "The answer broke off in the middle of a row.", request);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
