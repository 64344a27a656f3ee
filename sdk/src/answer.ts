import type { Incoming } from "./attempt.ts";
import { classOf } from "./barred.ts";
import { failure, type NextMavensError } from "./error.ts";
import { secondsOf } from "./retry.ts";

/** Reads a refusal: problem+json, the dialect's body of the data plane, or whatever a proxy between us said. */
export function errorOf(answer: Incoming): NextMavensError {
  const { status, headers, request } = answer;
  const { type: _type, title, status: _status, detail, message, code, requestId, ...details } = objectIn(answer.text) ?? {};
  const named = isText(code) ? code : `http_${status}`;
  const Refused = classOf(named);
  return new Refused([detail, message, title].find(isText) ?? sentenceOf(answer), {
    status,
    code: named,
    requestId: isText(requestId) ? requestId : (headers.get("x-request-id") ?? undefined),
    details,
    retryAfter: secondsOf(headers.get("retry-after")),
    request,
  });
}

/** An answer where there should be none of this kind: a login page of the network, a proxy's idea of an error, half of something. */
export function unreadable(answer: Incoming, why: string): NextMavensError {
  const { status, headers, text, request } = answer;
  const type = headers.get("content-type");
  const sentence = `The answer is not one of the platform's: ${why} (${[status, type].filter(Boolean).join(", ")}). Is the address right?`;
  return failure("unreadable_answer", sentence, request, { status, details: { begins: beginningOf(text) } });
}

/** The object that the text says in JSON; nothing where it says none. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  const value = jsonIn(text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** What the text says in JSON; nothing where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why the text can't be what was asked for. */
export const flawOf = (text: string): string => (text.trim() === "" ? "it is empty" : "it is not the JSON that was to come");

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function sentenceOf({ status, statusText, text, request }: Incoming): string {
  const said = text.trim() === "" ? "without a word" : `that begins "${beginningOf(text)}"`;
  return `${request.method} ${request.url}: The answer was ${[status, statusText].filter(Boolean).join(" ")}, ${said}.`;
}

/** Enough to recognise a page by, without its tags. */
const beginningOf = (text: string) =>
  text
    .slice(0, 2_000)
    .replace(/<(script|style).*?(<\/\1>|$)/gis, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80);
