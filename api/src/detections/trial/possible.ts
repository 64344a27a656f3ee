import { burnReachMs, fewestErrors } from "../burn.ts";
import type { Possibility } from "../features/bounds.ts";
import { partsOf } from "../features/features.ts";
import type { SubjectKind } from "../features/subject.ts";
import type { Part } from "../features/tally.ts";
import { readExpression } from "../rules/language.ts";
import type { Rule } from "../rules/rule.ts";
import { spikeReachMs, spikeWindowMs } from "../spikes.ts";

/** Where a rule can find something at all, and how far back it looks there. */
export interface Scope extends Possibility {
  readonly kind: SubjectKind;
  readonly reachMs: number;
  /** What it needs of tallies, beside counts. */
  readonly parts: readonly Part[];
}

/** An expression that can't be read finds nothing. */
export function scopeOf(rule: Rule): Scope {
  if (rule.kind === "spike") {
    const { metric, floor } = rule;
    const isPossible = (most: Readonly<Record<string, number>>) => (most[metric] ?? 0) >= floor;
    return { kind: "project", features: [metric], windowMs: spikeWindowMs, reachMs: spikeReachMs, parts: [], isPossible };
  }
  if (rule.kind === "error_rate") {
    const isPossible = ({ clientErrors = 0 }) => clientErrors >= fewestErrors(rule);
    return { kind: "project", features: ["clientErrors"], windowMs: burnReachMs, reachMs: burnReachMs, parts: ["endpoints"], isPossible };
  }
  const windowMs = rule.windowSeconds * 1_000;
  const read = readExpression(rule.expression, rule.subject);
  const { features, isPossible } =
    "expression" in read
      ? { features: read.expression.features, isPossible: read.expression.mayMatch }
      : { features: [], isPossible: () => false };
  return { kind: rule.subject, features, windowMs, reachMs: windowMs, parts: partsOf(features), isPossible };
}
