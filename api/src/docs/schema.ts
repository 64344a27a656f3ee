import type { ApiDocument, Schema } from "./document.ts";

/** A field as people read it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly fields: readonly Field[];
}

const deepest = 3;

/** Reads the schemas of one document: what they name, they are looked up in it. */
export function schemasOf(document: ApiDocument) {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split("/").at(-1);
    return name === undefined ? schema : { ...document.components.schemas?.[name], ...schema };
  };
  /** Of alternatives with null, the one that is something. */
  const main = (schema: Schema): Schema => {
    const resolved = resolve(schema);
    const choices = resolved.anyOf ?? resolved.oneOf ?? resolved.allOf;
    const chosen = choices?.find((each) => each.type !== "null");
    if (!chosen) return resolved;
    const { description, example } = resolved;
    return { ...main(chosen), ...(description !== undefined && { description }), ...(example !== undefined && { example }) };
  };

  const fields = (schema: Schema, depth = 0): Field[] => {
    const { properties = {}, required = [], items } = main(schema);
    if (items) return fields(items, depth);
    return Object.entries(properties).map(([name, part]) => ({
      name,
      type: typeOf(part),
      isRequired: required.includes(name),
      description: describe(part),
      fields: depth < deepest ? fields(part, depth + 1) : [],
    }));
  };

  const typeOf = (schema: Schema): string => {
    const resolved = main(schema);
    if (resolved.enum) return resolved.enum.map((each) => JSON.stringify(each)).join(" | ");
    if (resolved.const !== undefined) return JSON.stringify(resolved.const);
    if (resolved.items) return `array of ${typeOf(resolved.items)}`;
    const type = [resolved.type ?? "any"].flat().join(" or ");
    return resolved.format === undefined ? type : `${type}, ${resolved.format}`;
  };

  const describe = (schema: Schema): string => {
    const { description, minLength, maxLength, minimum, maximum, default: standard } = main(schema);
    const largest = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
    const bounds = [range(minLength, maxLength, " characters"), range(minimum, largest, "")].filter(Boolean);
    const otherwise = standard === undefined ? "" : `\`${JSON.stringify(standard)}\` if left out`;
    return [description, ...bounds, otherwise].filter(Boolean).join(" · ");
  };

  /** What a value of this schema looks like; of input, only what must be there. */
  const sample = (schema: Schema, isInput = false, name = "", depth = 0): unknown => {
    const resolved = main(schema);
    if (isNullable(resolve(schema))) return null;
    const given = resolved.example ?? resolved.const ?? resolved.enum?.[0] ?? samples[name] ?? resolved.default;
    if (given !== undefined) return given;
    if (resolved.items) return depth > deepest ? [] : [sample(resolved.items, isInput, name, depth + 1)];
    if (resolved.properties) {
      const parts = Object.entries(resolved.properties)
        .filter(([key]) => !isInput || !resolved.required || resolved.required.includes(key))
        .map(([key, part]) => [key, sample(part, isInput, key, depth + 1)]);
      return Object.fromEntries(parts);
    }
    const [type] = [resolved.type ?? "object"].flat();
    return (type && sampleOf[type]) ?? (name.endsWith("At") ? aTime : name.length > 0 ? `a ${wordsOf(name)}` : "text");
  };

  return { fields, typeOf, describe, sample };
}

const isNullable = ({ type, anyOf }: Schema) => [type].flat().includes("null") || (anyOf?.some((each) => each.type === "null") ?? false);
export type Schemas = ReturnType<typeof schemasOf>;

const range = (from: number | undefined, to: number | undefined, unit: string) => {
  if (from === undefined) return to === undefined ? "" : `at most ${to}${unit}`;
  return to === undefined ? `at least ${from}${unit}` : `${from} to ${to}${unit}`;
};

const wordsOf = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const aTime = "2027-01-31T12:00:00Z";
const sampleOf: Readonly<Record<string, unknown>> = { number: 1, integer: 1, boolean: true, object: {}, null: null };

/** Fields that are more telling with something one would really write. */
const samples: Readonly<Record<string, unknown>> = {
  email: "ada@example.com",
  password: "correct horse battery",
  name: "Corner shop",
  accessToken: "eyJhbGciOiJFUzI1NiIs…",
  refreshToken: "nm_rt_…",
  token: "nm_…",
  key: "nm_sk_…",
  region: "local",
  reason: "Launch week",
  requestId: "req_01jh8x4q3efyxb0v1s2t3w4y5z",
  createdAt: aTime,
  setBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  createdBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  imposedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  prefix: "nm_sk_3fQ9",
};
