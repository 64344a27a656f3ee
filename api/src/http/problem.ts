import { z } from "zod";
import { isAway, isOverloaded } from "../platform/db/blame.ts";
import { flawsOf, jsonFlawOf } from "../platform/flaws.ts";
import type { Log } from "../platform/log.ts";
import { Refusal } from "../platform/refusal.ts";
import { fault } from "./refuse.ts";

/** A problem of RFC 9457, with the members of our own: `code`, `requestId` and what the refusal adds. */
export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Cause {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The only place that makes an error a status. What is not a refusal is our bug: logged whole, told as nothing but its request id. */
export function toProblem(error: unknown, at: { readonly requestId: string; readonly publicUrl: string; readonly log: Log }): Problem {
  const cause = causeOf(error);
  if (cause.status >= 500) at.log.error("a request failed", { requestId: at.requestId, error });
  return {
    status: cause.status,
    headers: { "content-type": "application/problem+json", ...cause.headers },
    body: {
      type: `${at.publicUrl}/docs/problems/${cause.code}`,
      title: titleOf(cause.status),
      status: cause.status,
      detail: cause.message,
      code: cause.code,
      ...cause.details,
      requestId: at.requestId,
    },
  };
}

/** What a status is called. */
export const titleOf = (status: number): string => titles[status] ?? "Refused";

const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  408: "Too slow",
  409: "Conflict",
  410: "Gone",
  412: "Precondition failed",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  428: "Precondition required",
  429: "Too many requests",
  431: "Headers too large",
  500: "Internal error",
  502: "Bad gateway",
  503: "Unavailable",
};

function causeOf(error: unknown): Cause {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return invalid(error);
  return parserFault(error) ?? databaseFault(error) ?? fault("internal_error");
}

function invalid(error: z.ZodError): Cause {
  const errors = flawsOf(error);
  const message = errors.map((flaw) => `${flaw.path || "input"}: ${flaw.message}`).join("; ");
  return { ...fault("invalid_input"), message, details: { errors } };
}

/** What Express and its body parser say of requests that can't be read. */
function parserFault(error: unknown): Cause | undefined {
  const type = property(error, "type");
  if (type === "nextmavens.utf8") return fault("invalid_utf8");
  if (type === "entity.too.large") return fault("body_too_large");
  if (type === "entity.parse.failed") return fault("invalid_json", { details: { because: jsonFlawOf(error) } });
  if (type === "encoding.unsupported" || type === "charset.unsupported") return fault("unsupported_encoding");
  if (typeof type === "string" && /^(entity|request|stream)\./.test(type)) return fault("unreadable_body");
  if (error instanceof URIError) return fault("invalid_url");
  // A body that is not what its Content-Encoding says: the parser's own word for a caller's mistake.
  if (property(error, "expose") === true && property(error, "status") === 400) return fault("unreadable_body");
  return undefined;
}

/** That our database is away, full or overloaded, and texts it can't hold. */
function databaseFault(error: unknown): Cause | undefined {
  const code = property(error, "code");
  if (code === "22021" || code === "22P05") return fault("invalid_text");
  return isAway(error) || isOverloaded(error) ? fault("database_unavailable", { headers: { "retry-after": "2" } }) : undefined;
}

const property = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? (error as Record<string, unknown>)[name] : undefined;
