import type { Holder } from "../../platform/gate.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Splitter, understand } from "../../sql/index.ts";
import { type Given, invalid } from "../serve.ts";
import type { Change } from "./contract.ts";
import type { Claim } from "./ddl.ts";
import { statementsOf } from "./statements.ts";

/** Writes changes as SQL and, unless that is all that was asked, runs it in one transaction. */
export async function apply({ door: { splitter }, holder, run }: Given, changes: readonly Change[], dryRun: boolean) {
  const written = changes.map(statementsOf);
  for (const [index, ddls] of written.entries()) {
    if (ddls.length === 0) throw invalid([{ path: `changes.${index}`, message: "This changes nothing." }]);
    for (const claim of ddls.flatMap(({ claims }) => claims)) await check(splitter, holder, claim, `changes.${index}`);
  }
  const statements = written.flat().map(({ text }) => text);
  const sql = statements.join(";\n");
  const understood = await understand(splitter, holder, sql);
  if (understood.length !== statements.length)
    throw invalid([{ path: "changes", message: "A name or an expression would end its statement." }]);
  if (!dryRun) await run({ statements: understood, params: [] }).catch((error: unknown) => Promise.reject(withSql(error, sql)));
  return { isDone: !dryRun, statements };
}

/** What the tenant wrote is one expression, or one type, and so can't become anything else where it is put. */
async function check(splitter: Splitter, holder: Holder, { text, is }: Claim, path: string): Promise<void> {
  const own = is === "cast" ? text.slice("null::".length) : text;
  const wrong = (why: string) =>
    invalid([{ path, message: `${JSON.stringify(own)} is not one ${is === "cast" ? "type" : "expression"}${why}` }]);
  if (text.includes("\0")) throw wrong(": it holds a NUL.");
  const split = await splitter.split(holder.tenantId, `select ${text}\n`);
  if (split.kind === "syntax_error") throw wrong(`: ${split.message}.`);
  const [only, ...more] = split.kind === "statements" ? split.statements : [];
  const fits = is === "cast" ? only?.selects === "cast" : only?.selects !== undefined;
  if (!fits || more.length > 0) throw wrong(".");
}

/** What PostgreSQL refused is told with the SQL that its position counts in. */
function withSql(error: unknown, sql: string): unknown {
  if (!(error instanceof Refusal) || error.details["statement"] === undefined) return error;
  const { code, status, message, details, headers } = error;
  return new Refusal({ code, status, message }, { details: { ...details, sql }, headers });
}
