import { z } from "zod";
import type { FieldSight } from "../sight.ts";

const JsonSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  $ref: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  example: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  get items() {
    return JsonSchema.optional();
  },
  get anyOf() {
    return z.array(JsonSchema).optional();
  },
});
type JsonSchema = z.output<typeof JsonSchema>;
const ObjectSchema = z.object({
  properties: z.record(z.string(), JsonSchema).default({}),
  required: z.array(z.string()).default([]),
  $defs: z.record(z.string(), JsonSchema).default({}),
});

/** What a page may say better about a field than its schema does. */
export type FieldWords = Partial<Pick<FieldSight, "label" | "hint" | "placeholder" | "kind" | "unit">>;

/** Of an act that the platform may ask to be confirmed: it is shown once it was asked for, with what was said then. */
export const confirmation: FieldWords = { kind: "confirm", label: "I have seen whom this hits: do it", hint: "" };

/** The form of a contract: one field for each part of it, in its order. */
export function fieldsOf(shape: z.ZodRawShape, words: ReadonlyMap<string, FieldWords | undefined>): FieldSight[] {
  const json = z.toJSONSchema(z.object(shape), { io: "input", unrepresentable: "any" });
  const { properties, required, $defs } = ObjectSchema.parse(json);
  return Object.entries(properties).map(([name, schema]) => ({
    ...fieldOf(name, resolved(schema, $defs), required.includes(name)),
    ...words.get(name),
  }));
}

const resolved = (schema: JsonSchema, defs: Readonly<Record<string, JsonSchema>>): JsonSchema => {
  const named = schema.$ref?.replace("#/$defs/", "");
  const whole = named === undefined ? schema : { ...defs[named], ...schema };
  return whole.anyOf?.find(({ type }) => type !== "null") ?? whole;
};

function fieldOf(name: string, schema: JsonSchema, isRequired: boolean): FieldSight {
  const choices = schema.enum ?? schema.items?.enum;
  return {
    name,
    label: labelOf(name),
    kind: kindOf(schema),
    isRequired,
    ...(schema.description ? { hint: schema.description } : {}),
    ...(choices ? { choices: choices.map(String), isFigure: choices.every((each) => typeof each === "number") } : {}),
    ...(schema.minimum === undefined ? {} : { minimum: schema.minimum }),
    ...(schema.maximum === undefined ? {} : { maximum: schema.maximum }),
    ...(schema.maxLength === undefined ? {} : { longest: schema.maxLength }),
  };
}

const areaFrom = 300;

function kindOf({ type, enum: choices, items, format, maxLength }: JsonSchema): FieldSight["kind"] {
  if (choices) return "choice";
  if (type === "array" && items?.enum) return "choices";
  if (type === "array" && items?.type === "string") return "lines";
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "yes-no";
  if (type !== "string") return "json";
  if (format === "date-time") return "moment";
  return (maxLength ?? 0) >= areaFrom ? "area" : "line";
}

/** `startsAt` → "Starts at". */
const labelOf = (name: string) => {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What was typed as the contract wants it: an empty optional field was not given, a number is one. */
export function inputOf(fields: readonly FieldSight[], typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = givenValue(field, typed[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

/** Decimal figures alone: `Number` would take 0x10 as well, and an empty line for 0. */
const figure = /^-?\d+(\.\d+)?$/;

function givenValue({ kind, isFigure }: FieldSight, typed: unknown): unknown {
  // AdminJS makes null of an empty choice whose name is also a column's.
  if (typed === null) return undefined;
  if (typeof typed !== "string") return typed;
  if (typed.trim() === "") return undefined;
  if (kind === "lines") return linesIn(typed);
  if (kind === "number" || isFigure) return figure.test(typed.trim()) ? Number(typed) : typed;
  if (kind === "yes-no" || kind === "confirm") return typed === "true" ? true : typed === "false" ? false : typed;
  if (kind === "json") return parsed(typed);
  return typed;
}

const linesIn = (typed: string): readonly string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Text that is no JSON stays text, for the contract to refuse at the field. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
