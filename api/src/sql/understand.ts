import type { Holder } from "../platform/gate.ts";
import { refuse } from "./contract.ts";
import { syntaxRefusal } from "./fault.ts";
import type { SplitStatement } from "./split.ts";
import type { Splitter } from "./splitter.ts";

/** The statements of a text, all of which may be run here. */
export async function understand(
  splitter: Splitter,
  holder: Holder,
  query: string,
  params: readonly unknown[] = [],
): Promise<readonly SplitStatement[]> {
  const nul = query.indexOf("\0");
  if (nul >= 0) throw syntaxRefusal("the query holds a NUL character", nul + 1);
  const split = await splitter.split(holder.tenantId, query);
  if (split.kind === "too_many_statements") throw refuse("too_many_statements");
  if (split.kind === "syntax_error") throw syntaxRefusal(split.message, split.position);
  const { statements } = split;
  if (statements.length === 0) throw refuse("empty_query");
  if (statements.length > 1 && params.length > 0) throw refuse("params_need_one_statement");
  for (const [index, { refusal, isAlone, offset }] of statements.entries()) {
    const code = refusal ?? (isAlone && statements.length > 1 ? "not_alone" : undefined);
    if (code) throw refuse(code, { details: { statement: index + 1, position: offset + 1 } });
  }
  return statements;
}
