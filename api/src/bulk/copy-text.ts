import { toParameter } from "../sql/index.ts";
import type { Form } from "./table.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as COPY reads it in its format `text`. */
export function copyText(value: unknown, form: Form): string {
  if (value === null || value === undefined) return "\\N";
  const text = form === "json" ? JSON.stringify(value) : textOf(form === "json list" ? eachAsJson(value) : value);
  return special.test(text) ? text.replaceAll(specials, (found) => escapes[found] ?? found) : text;
}

const textOf = (value: unknown): string => toParameter(value) ?? "";

const eachAsJson = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => (each === null ? null : JSON.stringify(each))) : value;

const special = /[\\\n\r\t]/;
const specials = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
