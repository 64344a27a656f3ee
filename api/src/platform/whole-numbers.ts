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

export const isRawNumber = (value: unknown): value is RawNumber => json.isRawJSON(value);
