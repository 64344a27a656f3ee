import type { z } from "zod";

/** What is wrong with one part of an input. */
export interface Flaw {
  /** Its names, with dots between; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Every part that is wrong, once; a field that is not known is told by its own name. */
export const flawsOf = ({ issues }: z.ZodError): readonly Flaw[] => [
  ...new Map(issues.flatMap((issue) => flawsIn(issue, [])).map((flaw) => [`${flaw.path} ${flaw.message}`, flaw])).values(),
];

function flawsIn(issue: z.core.$ZodIssue, within: readonly PropertyKey[]): readonly Flaw[] {
  const path = [...within, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: pathOf([...path, key]), message: "is not known here" }));
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ path: pathOf(path), message: issue.message }];
  return nearest(issue.errors.map((issues) => issues.flatMap((each) => flawsIn(each, path))));
}

/** Of what may be sent in several forms, the one with the fewest flaws is most likely the one that was meant. */
const nearest = (forms: readonly (readonly Flaw[])[]) => forms.reduce((best, form) => (form.length < best.length ? form : best));

/** What zod finds wrong, as one would say it after the field's name; for its option `error`. What a contract says in words of its own stays. */
export function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== "unrecognized_keys") return "is missing";
  if (issue.code === "invalid_type") return expectations[issue.expected];
  if (issue.code === "invalid_value") return oneOf(issue.values);
  if (issue.code === "invalid_union" && Array.isArray(issue["options"])) return oneOf(issue["options"]);
  if (issue.code === "too_small")
    return issue.minimum === 1 && issue.origin !== "number" ? "must not be empty" : sized("at least", issue.minimum, issue.origin);
  if (issue.code === "too_big") return sized("at most", issue.maximum, issue.origin);
  return undefined;
}

/** What the parser of JSON stumbled over; without the text around it, in which a password may stand. */
export function jsonFlawOf(error: unknown): string | undefined {
  return error instanceof SyntaxError ? error.message.replace(/, (?:\.{3})?".*$/s, "") : undefined;
}

const pathOf = (path: readonly PropertyKey[]) => path.map(String).join(".");

const expectations: Readonly<Record<string, string>> = {
  string: "must be a text",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
  record: "must be an object",
};

const oneOf = (values: readonly z.core.util.Primitive[]) => `must be ${values.map((value) => JSON.stringify(value)).join(" or ")}`;

const units: Readonly<Record<string, string>> = { string: " characters", array: " entries", set: " entries" };

function sized(bound: "at least" | "at most", size: number | bigint, origin: string): string {
  const unit = units[origin];
  return unit === undefined ? `must be ${bound} ${size}` : `must have ${bound} ${size}${unit}`;
}
