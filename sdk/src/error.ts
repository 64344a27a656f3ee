/** Why a request failed: what the platform refused, or that it could not be reached at all. */
export class NextMavensError extends Error {
  override readonly name = "NextMavensError";
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** What went wrong, for programs: `email_taken`, `quota_exceeded`, … or `network_error`. It does not change. */
  readonly code: string;
  /** Names this very request when you ask about it. */
  readonly requestId: string | undefined;
  /** What the refusal says beyond its sentence: which limit, until when, which fields. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | undefined;

  constructor(message: string, told: Told, options?: ErrorOptions) {
    super(message, options);
    this.status = told.status;
    this.code = told.code;
    this.requestId = told.requestId;
    this.details = told.details ?? {};
    this.retryAfter = told.retryAfter;
  }
}

interface Told {
  readonly status: number;
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number | undefined;
}

/** Reads a refusal: problem+json of ours, the dialect's body of the data plane, or whatever a proxy between us said. */
export function errorOf(response: Response, body: unknown): NextMavensError {
  const { type: _type, title, status: _status, detail, message, code, requestId, ...details } = isObject(body) ? body : {};
  const sentence = [detail, message, title].find(isText) ?? `The answer was ${response.status} ${response.statusText}`.trim();
  return new NextMavensError(sentence, {
    status: response.status,
    code: isText(code) ? code : `http_${response.status}`,
    requestId: isText(requestId) ? requestId : (response.headers.get("x-request-id") ?? undefined),
    details,
    retryAfter: secondsOf(response.headers.get("retry-after")),
  });
}

/** No answer came, or none that is one. */
export const networkError = (cause: unknown) =>
  new NextMavensError(
    "There was no answer that could be read: is the address right, and the platform there?",
    { status: 0, code: "network_error" },
    { cause },
  );

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
