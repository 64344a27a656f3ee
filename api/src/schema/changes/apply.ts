import { Refusal } from "../../platform/refusal.ts";
import { understand } from "../../sql/index.ts";
import { type Given, invalid } from "../serve.ts";
import { check } from "./check.ts";
import type { Change } from "./contract.ts";
import { statementsOf } from "./statements.ts";

/** Writes changes as SQL and, unless that is all that was asked, runs it in one transaction. */
export async function apply({ door: { splitter }, holder, run }: Given, changes: readonly Change[], dryRun: boolean) {
  const written = changes.map(statementsOf);
  for (const [index, ddls] of written.entries()) {
    if (ddls.length === 0) throw invalid([{ path: `changes.${index}`, message: "This changes nothing." }]);
    for (const claim of ddls.flatMap(({ claims }) => claims)) await check(splitter, holder.tenantId, claim, `changes.${index}`);
  }
  const statements = written.flat().map(({ text }) => text);
  const sql = statements.join(";\n");
  const understood = await understand(splitter, holder, sql);
  if (understood.length !== statements.length)
    throw invalid([{ path: "changes", message: "A name or an expression would end its statement." }]);
  if (!dryRun) await run({ statements: understood, params: [] }).catch((error: unknown) => Promise.reject(withSql(error, sql)));
  return { isDone: !dryRun, statements };
}

/** What PostgreSQL refused is told with the SQL that its position counts in. */
function withSql(error: unknown, sql: string): unknown {
  if (!(error instanceof Refusal) || error.details["statement"] === undefined) return error;
  const { code, status, message, details, headers } = error;
  return new Refusal({ code, status, message }, { details: { ...details, sql }, headers });
}
