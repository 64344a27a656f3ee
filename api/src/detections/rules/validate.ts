import type { SubjectKind } from "../features/subject.ts";
import { type Expression, type Fault, faultAt, readExpression } from "./language.ts";
import { empty, ordinary } from "./ordinary.ts";

export type Validated =
  | { readonly isValid: true; readonly expression: Expression; readonly warnings: readonly string[] }
  | { readonly isValid: false; readonly fault: Fault };

/** Whether a rule may have this expression: it can be read, and it does not match what nobody minds. */
export function validate(text: string, kind: SubjectKind): Validated {
  const read = readExpression(text, kind);
  if ("fault" in read) return { isValid: false, fault: read.fault };
  const { expression } = read;
  if (expression.matches(empty)) return everything(text, "It matches a window in which nothing happened, so it matches everything.");
  const matched = Object.keys(ordinary).filter((name) => expression.matches(ordinary[name] ?? empty));
  if (matched.length === Object.keys(ordinary).length) return everything(text, "It matches every ordinary window it was tried on.");
  return { isValid: true, expression, warnings: matched.map((name) => `It matches ${name}.`) };
}

const everything = (text: string, message: string): Validated => ({
  isValid: false,
  fault: faultAt(text, 0, "matches_everything", message),
});
