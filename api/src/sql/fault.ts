import { isAway } from "../platform/db/blame.ts";
import type { DatabaseError } from "../platform/db/exchange.ts";
import { Refusal } from "../platform/refusal.ts";
import type { SplitStatement } from "./split.ts";

/** What PostgreSQL said of a statement, under its own code, with the place in the whole text of the request. */
export function databaseRefusal(
  error: DatabaseError,
  statement: SplitStatement | undefined,
  index: number,
  params: readonly unknown[] = [],
): Refusal {
  const code = error.code ?? "XX000";
  const status = statusOf(error);
  const position = error.position === undefined ? undefined : Number(error.position) + (statement?.offset ?? 0);
  return new Refusal(
    { code, status, message: worded(error.message) },
    {
      details: {
        details: error.detail ?? null,
        hint: error.hint ?? hintOf(error, params) ?? null,
        ...(position !== undefined && { position }),
        ...(error.where !== undefined && { where: error.where }),
        statement: index + 1,
      },
      headers: status === 503 ? { "retry-after": "1" } : {},
    },
  );
}

/** Where the statement and its values don't fit, PostgreSQL tells of its protocol, which the caller does not see. */
function worded(message: string): string {
  const [, given, taken] = /^bind message supplies (\d+) parameters, but prepared statement ".*" requires (\d+)$/.exec(message) ?? [];
  return given === undefined ? message : `values for parameters: ${given} given, ${taken} needed`;
}

/** PostgreSQL does not know what its text of a parameter was made from. */
function hintOf({ code = "", message, where = "" }: DatabaseError, params: readonly unknown[]): string | undefined {
  if (code !== "22P02" || !message.endsWith(" json")) return hints[code];
  const param = params[Number(/ parameter \$(\d+)(?: = .*)?$/s.exec(where)?.[1]) - 1];
  return typeof param === "string" || Array.isArray(param) ? jsonAsText : undefined;
}
const jsonAsText =
  'Of parameters, a list is sent as an array of PostgreSQL\'s and a text as it is. Send a JSON as its own text, such as "[1, 2]" for a list.';

/** As PostgreSQL's parser says it, before anything is run. */
export const syntaxRefusal = (message: string, position: number | undefined) =>
  new Refusal({ code: "42601", status: 400, message }, { details: { hint: null, ...(position !== undefined && { position }) } });

/** What a statement did wrong is never a 500, nor is the database away because somebody's code says so. */
const statusOf = (error: DatabaseError): number =>
  isAway(error) ? 503 : (exact[error.code ?? ""] ?? classes[error.code?.slice(0, 2) ?? ""] ?? 400);

const exact: Readonly<Record<string, number>> = {
  "23503": 409,
  "23505": 409,
  "23P01": 409,
  "42501": 403,
  "55P03": 409,
  "57014": 504,
};
const classes: Readonly<Record<string, number>> = { "40": 409, "53": 413, "54": 413 };

const hints: Readonly<Record<string, string>> = {
  "2D000": "A request is one transaction, so procedures and DO blocks can't commit or roll back. Split the work over several requests.",
  "25006": "The project may only read and delete just now, because it has reached a limit.",
  "57P01":
    "PostgreSQL restarts, or the session was ended for what it held up: it ran for too long, or held too many locks, as a few hundred tables made at once do. Do less at once.",
  "57014": "A statement may run only so long, as the plan says. Do less at once, or add an index.",
};
