import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { type Backtest, refuse, type runBacktest } from "./contract.ts";
import { tryLimit } from "./limits.ts";
import { tryRuleChange } from "./rule-changes.ts";
import { isTooLong, rangeOf } from "./rules.ts";

/** Tries a change on what was recorded. It only reads, so there is nothing to audit. */
export async function run(context: Context, { change, ...asked }: InputOf<typeof runBacktest>): Promise<Backtest> {
  context.unchanged();
  const range = rangeOf(context.now, asked.from, asked.to);
  if (range.from >= range.to) throw refuse("empty_range");
  if (isTooLong(range.from, range.to)) throw refuse("range_too_long");
  await context.settling.settled();
  return change.kind === "rule" ? tryRuleChange(context, change, range) : tryLimit(context, change, range);
}
