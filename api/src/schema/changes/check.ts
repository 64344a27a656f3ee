import type { Splitter } from "../../sql/index.ts";
import { invalid } from "../serve.ts";
import type { Claim } from "./ddl.ts";

/** What the tenant wrote is one expression, or one type, and so can't become anything else where it is put. */
export async function check(splitter: Splitter, tenantId: string, { text, is }: Claim, path: string): Promise<void> {
  const own = is === "cast" ? text.slice("null::".length) : text;
  const wrong = (why: string) =>
    invalid([{ path, message: `${JSON.stringify(own)} is not one ${is === "cast" ? "type" : "expression"}${why}` }]);
  if (text.includes("\0")) throw wrong(": it holds a NUL.");
  const split = await splitter.split(tenantId, `select ${text}\n`);
  if (split.kind === "syntax_error") throw wrong(`: ${split.message}.`);
  const [only, ...more] = split.kind === "statements" ? split.statements : [];
  const fits = is === "cast" ? only?.selects === "cast" : only?.selects !== undefined;
  if (!fits || more.length > 0) throw wrong(".");
}
