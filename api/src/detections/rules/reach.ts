import type { ASTNode } from "@marcbachmann/cel-js";
import type { FeatureValues } from "../features/features.ts";

/** Between what and what the value of a part of an expression lies; false is 0, true is 1. */
interface Reach {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether an expression may be true of any window whose features each lie between 0 and these; of one that is not named it is not known. It says yes
 * too often, never too seldom: features that hang together are taken as if they did not.
 */
export const mayBeTrue = (expression: ASTNode, most: FeatureValues): boolean => reachOf(expression, most).high >= 1;

function reachOf(node: ASTNode, most: FeatureValues): Reach {
  const of = (part: ASTNode) => reachOf(part, most);
  if (node.op === "id") return { low: 0, high: most[node.args] ?? Number.POSITIVE_INFINITY };
  if (node.op === "value") return { low: Number(node.args), high: Number(node.args) };
  if (node.op === "!_") return minus({ low: 1, high: 1 }, of(node.args));
  if (node.op === "-_") return minus({ low: 0, high: 0 }, of(node.args));
  if (node.op === "?:") return hull(of(node.args[1]), of(node.args[2]));
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  return (operators[node.op] ?? (() => anything))(of(left), of(right));
}

const anything: Reach = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** What is not a number, such as infinity less infinity, may be anything. */
const between = (...ends: readonly number[]): Reach =>
  ends.some(Number.isNaN) ? anything : { low: Math.min(...ends), high: Math.max(...ends) };
const truth = (mayBeFalse: boolean, mayBe: boolean): Reach => ({ low: mayBeFalse ? 0 : 1, high: mayBe ? 1 : 0 });
const hull = (a: Reach, b: Reach) => between(a.low, a.high, b.low, b.high);
const minus = (a: Reach, b: Reach) => between(a.low - b.high, a.high - b.low);
const meets = (a: Reach, b: Reach) => a.low <= b.high && b.low <= a.high;
const isOnly = ({ low, high }: Reach) => low === high;
const less = (a: Reach, b: Reach) => truth(a.high >= b.low, a.low < b.high);
const lessOrEqual = (a: Reach, b: Reach) => truth(a.high > b.low, a.low <= b.high);
const equal = (a: Reach, b: Reach) => truth(!(isOnly(a) && isOnly(b) && meets(a, b)), meets(a, b));

const operators: Readonly<Record<string, (a: Reach, b: Reach) => Reach>> = {
  "&&": (a, b) => ({ low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) }),
  "||": (a, b) => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) }),
  "+": (a, b) => between(a.low + b.low, a.high + b.high),
  "-": minus,
  "*": (a, b) => between(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high),
  // Whole numbers are divided without a rest.
  "/": (a, b) => (b.low <= 0 && b.high >= 0 ? anything : widened(between(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high))),
  "<": less,
  ">": (a, b) => less(b, a),
  "<=": lessOrEqual,
  ">=": (a, b) => lessOrEqual(b, a),
  "==": equal,
  "!=": (a, b) => minus({ low: 1, high: 1 }, equal(a, b)),
};

const widened = ({ low, high }: Reach): Reach => ({ low: low - 1, high: high + 1 });
