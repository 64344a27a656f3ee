import { isAway, isRaised } from "../platform/db/blame.ts";
import { type DatabaseError, isDatabaseError } from "../platform/db/exchange.ts";
import { Refusal } from "../platform/refusal.ts";

/** The body of an error in the dialect, which its clients know how to show. */
export interface FaultBody {
  readonly code: string;
  readonly message: string;
  readonly details: unknown;
  readonly hint: string | null;
}

/** A request that the dialect says no to, by its own codes (https://docs.postgrest.org/en/stable/references/errors.html). */
export class Fault extends Error {
  readonly status: number;
  readonly body: FaultBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: FaultBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const statuses = {
  PGRST100: 400,
  PGRST101: 405,
  PGRST102: 400,
  PGRST103: 416,
  PGRST105: 405,
  PGRST106: 406,
  PGRST107: 406,
  PGRST108: 400,
  PGRST111: 500,
  PGRST112: 500,
  PGRST114: 400,
  PGRST115: 400,
  PGRST116: 406,
  PGRST117: 405,
  PGRST118: 400,
  PGRST120: 400,
  PGRST121: 500,
  PGRST122: 400,
  PGRST124: 400,
  PGRST125: 404,
  PGRST128: 400,
  PGRST200: 400,
  PGRST202: 404,
  PGRST203: 300,
  PGRST204: 400,
  PGRST205: 404,
  PGRST300: 401,
  PGRST301: 401,
  PGRST303: 401,
  "22023": 401,
  "42501": 403,
  "42703": 400,
} as const;

interface Extras {
  readonly status?: number;
  readonly details?: string;
  readonly hint?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of the dialect's own errors. */
export const fault = (code: keyof typeof statuses, message: string, { status, details, hint, headers }: Extras = {}) =>
  new Fault(status ?? statuses[code], { code, message, details: details ?? null, hint: hint ?? null }, headers);

/** A PUT whose body is not the row that its URL means. */
export const notTheRow = () => fault("PGRST115", "Payload values do not match URL in primary key column(s)");

/** What PostgreSQL reported, as the dialect tells it. `isAnonymous`: who has no session is told to get one. */
export function databaseFault(error: DatabaseError, isAnonymous: boolean): Fault {
  const code = error.code ?? "XX000";
  const status = statusOf(error, isAnonymous);
  const headers = { ...(status === 503 && { "retry-after": "1" }), ...(status === 401 && { "www-authenticate": "Bearer" }) };
  return new Fault(status, { code, message: error.message, details: error.detail ?? null, hint: error.hint ?? null }, headers);
}

/**
 * The dialect's table, except that what a caller or a tenant's own code caused is no 500: that is kept for our bugs; nor is
 * the database away because such code says so.
 * So time-outs are 504, conflicts of transactions 409, limits and states that are in the way 400 or 413.
 */
function statusOf(error: DatabaseError, isAnonymous: boolean): number {
  if (isAway(error)) return 503;
  const { code = "", message } = error;
  if (code === "42501") return isAnonymous ? 401 : 403;
  if (/^PT[45]\d\d$/.test(code)) return Number(code.slice(2));
  if (code === "22023" && message.startsWith("role ")) return 401;
  if (isCorrupt(code) && !isRaised(error)) return 500;
  return exact[code] ?? classes[code.slice(0, 2)] ?? 400;
}

const isCorrupt = (code: string) => code === "XX001" || code === "XX002";

const exact: Readonly<Record<string, number>> = {
  "23503": 409,
  "23505": 409,
  "23P01": 409,
  "25006": 405,
  "42883": 404,
  "42P01": 404,
  "57014": 504,
  "55P03": 409,
};
const classes: Readonly<Record<string, number>> = {
  "0L": 403,
  "0P": 403,
  "28": 403,
  "40": 409,
  "53": 413,
  "54": 413,
};

/** The status that the gate is told: a 5xx only where the platform failed, not where a tenant's own code or its time ran out. */
export function accountOf(error: unknown): number {
  if (error instanceof Fault) return Math.min(error.status, 499);
  if (error instanceof Refusal) return error.status;
  if (isAway(error)) return 503;
  if (!isDatabaseError(error)) return 500;
  const status = statusOf(error, false);
  return isCorrupt(error.code ?? "") ? status : Math.min(status, 499);
}

/** By which code a request was refused: the dialect's, PostgreSQL's or a refusal's; of our own bugs none is known. */
export function codeOf(error: unknown): string | null {
  if (error instanceof Fault) return error.body.code;
  if (error instanceof Refusal) return error.code;
  return isDatabaseError(error) ? (error.code ?? null) : null;
}
