import type { Session } from "../../platform/db/session.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type SplitStatement, understand } from "../../sql/index.ts";
import { type Given, invalid } from "../serve.ts";
import { check } from "./check.ts";
import type { Change } from "./contract.ts";
import { statementsOf } from "./statements.ts";

/** Writes changes as SQL and runs it in one transaction, of which a dry run keeps nothing. */
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
  const doing = dryRun ? tryOut(run, understood) : run({ statements: understood, params: [] }).then(() => true);
  const isChecked = await doing.catch((error: unknown) => Promise.reject(withSql(error, sql)));
  return { isDone: !dryRun, isChecked, statements };
}

/** How long a dry run waits for a lock, how long one of its statements may hold those it has, and how long all of them. */
const [lockMs, statementMs, allMs] = [100, 1_000, 2_000];
/** PostgreSQL's codes for a lock that was not to be had in that time, and for a statement that took longer. */
const givenUp = new Set(["55P03", "57014"]);

/** Has PostgreSQL do it and undo it, as far as that keeps nobody from the tables for more than a moment; tells whether it was done. */
async function tryOut(run: Given["run"], statements: readonly SplitStatement[]): Promise<boolean> {
  // Outside of a transaction nothing is undone.
  if (statements.some(({ isAlone }) => isAlone)) return false;
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const first = (session: Session) => {
    timer = setTimeout(() => late.abort(), allMs);
    return session.command(`set local lock_timeout = ${lockMs}; set local statement_timeout = ${statementMs}`);
  };
  try {
    await run({ statements, params: [], isRolledBack: true, first, gone: late.signal });
    return true;
  } catch (error) {
    if (late.signal.aborted || (error instanceof Refusal && givenUp.has(error.code))) return false;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** What PostgreSQL refused is told with the SQL that its position counts in. */
function withSql(error: unknown, sql: string): unknown {
  if (!(error instanceof Refusal) || error.details["statement"] === undefined) return error;
  const { code, status, message, details, headers } = error;
  return new Refusal({ code, status, message }, { details: { ...details, sql }, headers });
}
