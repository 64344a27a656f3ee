import { type DatabaseError, isDatabaseError } from "../../platform/db/exchange.ts";
import type { Node, Plan } from "../plan/model.ts";

/** What a statement's own names stand for, as whoever asked knows it: by the names that PostgREST's statements have. */
export type Names = ReadonlyMap<string, string>;

/** What a function gives that is no row has a name too. */
const value = "nm_value";

export function namesOf({ root, call }: Plan): Names {
  const names = new Map(call ? [[value, "pgrst_scalar"]] : []);
  const note = ({ alias, table, children }: Node, depth: number) => {
    const known = table?.name ?? "pgrst_call";
    names.set(alias, depth === 0 ? known : `${known}_${depth}`);
    for (const { node } of children) note(node, depth + 1);
  };
  note(root, 0);
  return names;
}

/** What PostgreSQL says of our statement, by the names that its caller knows. What code of the tenant's says, or values hold, stays as it is. */
export function byKnownNames(error: unknown, names: Names): unknown {
  if (!isDatabaseError(error) || !isOfStatement(error)) return error;
  const told = (text: string) =>
    text
      .replaceAll(ofOurs, (whole, of: string, column = "") => (names.has(of) ? `${names.get(of)}.${names.get(column) ?? ""}` : whole))
      .replace(/^function pg_catalog\./, "function ");
  return Object.assign(error, { message: told(error.message), ...(error.hint !== undefined && { hint: told(error.hint) }) });
}

const ofOurs = new RegExp(`(?<=column "?)(\\w+)\\.(${value}\\b)?`, "g");

/** A column or a function that is not there, is not clear, or not grouped by; code that was called says where it was called from. */
const isOfStatement = ({ code = "", position, where }: DatabaseError) =>
  position !== undefined && where === undefined && ["42703", "42702", "42803", "42883"].includes(code);
