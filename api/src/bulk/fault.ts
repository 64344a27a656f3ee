import type { DatabaseError } from "../platform/db/exchange.ts";
import { Refusal } from "../platform/refusal.ts";
import { databaseRefusal } from "../sql/index.ts";

/** `COPY todos, line 3, column id: "x"`; what ran for the line, such as a trigger, stands before it. */
const place = /^COPY .*?, line (\d+)(?:, column (.*?))?(?:: .*)?$/m;

/** What PostgreSQL had against a line of an import. */
export function lineRefusal(error: DatabaseError, lineOf: (line: number) => number): Refusal {
  const { code, status, message, headers, details } = databaseRefusal(error, undefined, 0);
  const { statement: _, position: __, ...others } = details;
  const [, line, column] = place.exec(error.where ?? "") ?? [];
  if (line === undefined) return new Refusal({ code, status, message }, { details: others, headers });
  const where = { line: lineOf(Number(line)), ...(column !== undefined && { column }) };
  const detail = `Line ${where.line}${column === undefined ? "" : `, column ${column}`}: ${message}`;
  return new Refusal({ code, status, message }, { details: { ...others, ...where, detail }, headers });
}
