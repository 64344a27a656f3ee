import type { ProblemCode } from "./generated/codes.ts";

/** What the SDK itself says, where there was no answer of the platform's. */
export type FailureCode =
  /** No connection, or none that lasted until there was an answer. */
  | "network_error"
  /** No whole answer in time. */
  | "timeout"
  /** The answer broke off in the middle. */
  | "incomplete_answer"
  /** What answered does not speak as the platform does: a proxy's page, broken JSON, nothing at all. */
  | "unreadable_answer"
  /** The answer is larger than `answerBytesMax`. */
  | "answer_too_large"
  /** The address leads elsewhere; following would show credentials to whoever is there. */
  | "redirected"
  /** The session was ended here, by `session.end()`. */
  | "session_ended";

/** Codes of the platform and of the SDK; `http_502` and the like where neither said why; of SQL, PostgreSQL's SQLSTATE. */
export type ErrorCode = ProblemCode | FailureCode | (string & Record<never, never>);

/** The request that failed, without credentials, query or body, so that it may be logged. */
export interface FailedRequest {
  /** The id it was sent with. */
  readonly id: string;
  /** The operation's id, such as `createProject`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** How often it was tried. */
  readonly attempts: number;
}

interface Told {
  readonly status: number;
  readonly code: ErrorCode;
  readonly request: FailedRequest;
  readonly requestId?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number | undefined;
}

/** Why a call failed: what the platform refused, or why no answer could be had. `message` is a sentence for people. */
export class NextMavensError extends Error {
  override readonly name: string = "NextMavensError";
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** What went wrong, for programs: `email_taken`, `quota_exceeded`, `timeout`, … A code never changes its meaning. */
  readonly code: ErrorCode;
  /** Names this very request, also to those who run the platform, and also where there was no answer. */
  readonly requestId: string;
  /** What the refusal says beyond its sentence: which limit, until when, which fields. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | undefined;
  /** What was asked, and how often. */
  readonly request: FailedRequest;

  /** The SDK makes these; there is no need to make one elsewhere but in tests. */
  constructor(message: string, told: Told, options?: ErrorOptions) {
    super(message, options);
    this.status = told.status;
    this.code = told.code;
    this.requestId = told.requestId ?? told.request.id;
    this.details = told.details ?? {};
    this.retryAfter = told.retryAfter;
    this.request = told.request;
  }

  /** For logs: what `JSON.stringify` leaves out of an Error is there too. */
  toJSON(): Record<string, unknown> {
    const { name, message, status, code, requestId, details, retryAfter, request } = this;
    return { name, message, status, code, requestId, details, retryAfter, request };
  }
}

/** No answer, or none that can be used: says what happened, and where. */
export function failure(
  code: FailureCode,
  sentence: string,
  request: FailedRequest,
  more: { readonly status?: number; readonly details?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
): NextMavensError {
  const { status = 0, details = {}, cause } = more;
  const told = { status, code, request, details };
  return new NextMavensError(`${request.method} ${request.url}: ${sentence}`, told, cause === undefined ? undefined : { cause });
}
