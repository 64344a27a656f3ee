import { type ASTNode, parse } from "@marcbachmann/cel-js";
import type { FeatureValues } from "../features/features.ts";

/** A part of an expression that holds numbers of a window against others. */
export interface Comparison {
  /** As it is written. */
  readonly text: string;
  /** The features on its left. */
  readonly features: readonly string[];
  /** What its sides come to. */
  readonly sides: (values: FeatureValues) => { readonly value: number; readonly bound: number };
}

const comparing: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);
const joining: ReadonlySet<string> = new Set(["&&", "||"]);

/** Each comparison of an expression that can be read, in its order. */
export const comparisonsIn = (expression: string): readonly Comparison[] => comparisonsOf(parse(expression).ast, expression);

function comparisonsOf(node: ASTNode, text: string): readonly Comparison[] {
  if (node.op === "!_") return comparisonsOf(node.args, text);
  if (joining.has(node.op)) return (node.args as readonly ASTNode[]).flatMap((part) => comparisonsOf(part, text));
  if (!comparing.has(node.op)) return [];
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  const sides = (values: FeatureValues) => ({ value: numberOf(left, values), bound: numberOf(right, values) });
  return [{ text: written(node, text), features: featuresOf(left), sides }];
}

/** A node as it is written, with the brackets that its first and last part begin and end in: the parser leaves those out. */
function written({ start, end }: ASTNode, text: string): string {
  let [unopened, unclosed] = [0, 0];
  for (const sign of text.slice(start, end)) {
    if (sign === "(") unclosed += 1;
    else if (sign === ")" && unclosed > 0) unclosed -= 1;
    else if (sign === ")") unopened += 1;
  }
  let [from, to] = [start, end];
  for (; unopened > 0; unopened -= 1) from = text.lastIndexOf("(", from - 1);
  for (; unclosed > 0; unclosed -= 1) to = text.indexOf(")", to) + 1;
  return text.slice(from, to);
}

const reckoning: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/** Of what is no sum, product or the like it is no number. */
function numberOf(node: ASTNode, values: FeatureValues): number {
  if (node.op === "id") return values[node.args] ?? Number.NaN;
  if (node.op === "value") return Number(node.args);
  if (node.op === "-_") return -numberOf(node.args, values);
  const reckon = reckoning[node.op];
  if (!reckon) return Number.NaN;
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  return reckon(numberOf(left, values), numberOf(right, values));
}

function featuresOf(node: ASTNode): readonly string[] {
  if (node.op === "id") return [node.args];
  if (node.op === "-_") return featuresOf(node.args);
  return node.op in reckoning ? (node.args as readonly ASTNode[]).flatMap(featuresOf) : [];
}
