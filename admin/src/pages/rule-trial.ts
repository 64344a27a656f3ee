import { run, runBacktest } from "@nextmavens/api/backtests";
import { TriedRule } from "@nextmavens/api/detections";
import { perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { Refusal } from "@nextmavens/api/platform/refusal";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import { addRuleOffer } from "../resources/detection-rules.ts";
import type { Row, RuleTrialAnswer } from "../sight.ts";
import { errorsOf, fieldOf, shownMost, sinceOf, textOf } from "./backtest.ts";

/** Tries a rule as its form says it, by the API's own action; what is wrong with the rule is said as the form says it. */
export async function ruleTrialOf(sources: Sources, visit: Visit, typed: Row): Promise<RuleTrialAnswer> {
  const { engine } = sources;
  const { mode, level, durationSeconds, cooldownSeconds, settings } = addRuleOffer.stated(typed, {});
  const stated = { kind: typed["kind"], mode, level, durationSeconds, cooldownSeconds, settings };
  const rule = TriedRule.safeParse({ mode, level, durationSeconds, cooldownSeconds, settings }, { error: wordsOf });
  if (!rule.success) return { form: addRuleOffer.refused(rule.error, stated, {}) };
  const [ruleId, projectId] = [textOf(typed["ruleId"]), textOf(typed["projectId"])];
  const change = { kind: "rule", ...(ruleId ? { ruleId } : {}), ...(projectId ? { projectId } : {}), rule: rule.data };
  const parsed = runBacktest.input.safeParse({ change, from: sinceOf(typed["days"], engine.clock().getTime()) }, { error: wordsOf });
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const began = performance.now();
  try {
    const backtest = await perform(engine, { operation: runBacktest, actor: visit.actor, request: visit.request }, run, parsed.data);
    if (backtest.kind !== "rule") throw new Error("a rule was tried as something else");
    const found = backtest.found.slice(0, shownMost).map(({ detections: _each, ...one }) => one);
    const trial = { ...backtest, found, foundCount: backtest.found.length, tookMs: performance.now() - began };
    return { trial, names: await namesIn(sources, found) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = fieldOf(error);
    return Object.keys(errors).length > 0 ? { errors } : { form: addRuleOffer.refused(error, stated, {}) };
  }
}
