import { type ASTNode, Environment, EvaluationError, ParseError, type ParseResult, TypeError as TypeFault } from "@marcbachmann/cel-js";
import { type FeatureValues, featuresFor } from "../features/features.ts";
import { type SubjectKind, subjectKinds } from "../features/subject.ts";
import { mayBeTrue } from "./reach.ts";

/** What is wrong with an expression, and where. */
export interface Fault {
  readonly code:
    | "syntax"
    | "unknown_feature"
    | "wrong_type"
    | "not_allowed"
    | "too_long"
    | "too_complex"
    | "no_feature"
    | "matches_everything";
  readonly message: string;
  /** From 1; of a fault of the whole expression the beginning. */
  readonly line: number;
  readonly column: number;
  /** The line of the expression, and below it a mark where the fault is. */
  readonly marked: string;
}

/** An expression that can be asked of windows. */
export interface Expression {
  readonly text: string;
  /** The features that it names, in the order of their names. */
  readonly features: readonly string[];
  /** An expression that fails on these values (a whole number divided by 0) does not match. */
  matches(values: FeatureValues): boolean;
  /** Whether it may match a window with no more than this, as far as is known without looking closely; says yes where in doubt. */
  mayMatch(most: FeatureValues): boolean;
}

export const lengthMax = 2_000;
/** One evaluation takes at most so many steps: nothing that is allowed repeats anything, so each part is looked at once at most. */
export const partsMax = 200;
const depthMax = 20;

/** Compares and reckons with numbers as people write them: `2 * requests` and `requests == 3`, which CEL itself keeps apart by type. */
const operators: Readonly<Record<string, (left: number, right: number) => number | boolean>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "==": (left, right) => left === right,
};

const environments = Object.fromEntries(subjectKinds.map((kind) => [kind, environmentFor(kind)])) as Record<SubjectKind, Environment>;

function environmentFor(kind: SubjectKind): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: partsMax, maxDepth: depthMax, maxListElements: 1, maxMapEntries: 1, maxCallArguments: 1 },
  });
  for (const [operator, work] of Object.entries(operators)) {
    const numeric = (left: unknown, right: unknown) => work(Number(left), Number(right));
    const type = operator === "==" ? "bool" : "double";
    environment.registerOperator(`double ${operator} int: ${type}`, numeric);
    if (operator !== "==") environment.registerOperator(`int ${operator} double: ${type}`, numeric);
  }
  for (const { name } of featuresFor(kind)) environment.registerVariable(name, "double");
  return environment;
}

/** Reads an expression of a rule in CEL; of what is wrong with it the first. */
export function readExpression(text: string, kind: SubjectKind): { expression: Expression } | { fault: Fault } {
  if (text.length > lengthMax)
    return { fault: faultAt(text, lengthMax, "too_long", `The expression is longer than ${lengthMax} characters.`) };
  const parsed = parse(text, kind);
  if ("fault" in parsed) return parsed;
  const { ast } = parsed.result;
  const forbidden = findForbidden(ast);
  if (forbidden) return { fault: faultAt(text, forbidden.start, "not_allowed", notAllowed) };
  const checked = parsed.result.check();
  if (checked.error) return { fault: faultOf(text, checked.error, kind) };
  if (checked.type !== "bool")
    return { fault: faultAt(text, 0, "wrong_type", "The expression must be true or false: compare with something.") };
  const named = [...new Set(identifiersIn(ast))].sort();
  if (named.length === 0)
    return { fault: faultAt(text, 0, "no_feature", "The expression names no feature, so it says the same of every window.") };
  const { result } = parsed;
  return {
    expression: { text, features: named, matches: (values) => evaluate(result, values), mayMatch: (most) => mayBeTrue(ast, most) },
  };
}

function parse(text: string, kind: SubjectKind): { result: ParseResult } | { fault: Fault } {
  try {
    return { result: environments[kind].parse(text) as ParseResult };
  } catch (error) {
    return { fault: faultOf(text, error, kind) };
  }
}

function evaluate(expression: ParseResult, values: FeatureValues): boolean {
  try {
    return expression(values) === true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

const notAllowed = "Only features, numbers, true, false and the operators + - * / < <= > >= == != && || ! ?: may stand here.";
const binary = ["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "&&", "||"];

/** The parts of a part; nothing for what is not allowed. */
function partsOf(node: ASTNode): readonly ASTNode[] | undefined {
  if (node.op === "id") return [];
  if (node.op === "value") return ["number", "bigint", "boolean"].includes(typeof node.args) ? [] : undefined;
  if (node.op === "!_" || node.op === "-_") return [node.args];
  if (node.op === "?:" || binary.includes(node.op)) return node.args as readonly ASTNode[];
  return undefined;
}

function findForbidden(node: ASTNode): ASTNode | undefined {
  const parts = partsOf(node);
  if (!parts) return node;
  for (const part of parts) {
    const found = findForbidden(part);
    if (found) return found;
  }
  return undefined;
}

const identifiersIn = (node: ASTNode): readonly string[] => (node.op === "id" ? [node.args] : (partsOf(node) ?? []).flatMap(identifiersIn));

const codes: Readonly<Record<string, Fault["code"]>> = { unknown_variable: "unknown_feature", limit_exceeded: "too_complex" };

function faultOf(text: string, error: unknown, kind: SubjectKind): Fault {
  if (!(error instanceof ParseError || error instanceof TypeFault || error instanceof EvaluationError)) throw error;
  const code = codes[error.code] ?? (error instanceof ParseError ? "syntax" : "wrong_type");
  const at = error.range?.start ?? 0;
  const message = code === "unknown_feature" ? unknownFeature(text, at, kind) : sentence(code, error.summary);
  return faultAt(text, at, code, message);
}

const sentence = (code: Fault["code"], summary: string) =>
  code === "too_complex"
    ? `The expression is too long or too deep: at most ${partsMax} parts, ${depthMax} deep.`
    : `${summary.toWellFormed()}.`;

function unknownFeature(text: string, at: number, kind: SubjectKind): string {
  const [name = ""] = /^\w+/.exec(text.slice(at)) ?? [];
  return `There is no feature ${name} of a ${kind}'s window.`;
}

/** A fault and its place, shown. */
export function faultAt(text: string, at: number, code: Fault["code"], message: string): Fault {
  const before = text.slice(0, at);
  const begin = before.lastIndexOf("\n") + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(begin, end < 0 ? undefined : end);
  // People count characters, not the halves that some of them are made of.
  const column = [...text.slice(begin, at)].length;
  return { code, message, line: before.split("\n").length, column: column + 1, marked: `${line}\n${" ".repeat(column)}^` };
}
