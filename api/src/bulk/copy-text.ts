import { toParameter } from "../sql/index.ts";
import type { Form } from "./table.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A number as it was written, which JSON.stringify repeats. */
interface RawNumber {
  readonly rawJSON: string;
}

/** What newer JavaScript has, and the types don't know yet. */
const json = JSON as unknown as {
  rawJSON(text: string): RawNumber;
  isRawJSON(value: unknown): value is RawNumber;
  parse(text: string, revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
};

/** Numbers that may not come out of a double as they went in: long ones, and those with a point or an exponent. */
const delicate = /[:,[]\s*-?(?:\d{16}|\d+[.eE])/;

/** JSON, with numbers digit for digit. */
export function readNumbersWhole(text: string): unknown {
  if (!delicate.test(text)) return JSON.parse(text);
  return json.parse(text, (_key, value, { source }) => (typeof value === "number" && source !== undefined ? json.rawJSON(source) : value));
}

/** A value as COPY reads it in its format `text`. */
export function copyText(value: unknown, form: Form): string {
  if (value === null || value === undefined) return "\\N";
  const text = form === "json" ? JSON.stringify(value) : textOf(form === "json list" ? eachAsJson(value) : value);
  return special.test(text) ? text.replaceAll(specials, (found) => escapes[found] ?? found) : text;
}

const textOf = (value: unknown): string => (json.isRawJSON(value) ? value.rawJSON : (toParameter(value) ?? ""));

const eachAsJson = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => (each === null ? null : JSON.stringify(each))) : value;

const special = /[\\\n\r\t]/;
const specials = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
