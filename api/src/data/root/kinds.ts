/** A type of PostgreSQL's, as JSON Schema of OpenAPI 2.0 tells it. */
export interface Kind {
  readonly type?: string;
  readonly format: string;
  readonly items?: { readonly type?: string };
  readonly maxLength?: number;
}

const types: Readonly<Record<string, string | undefined>> = {
  boolean: "boolean",
  smallint: "integer",
  integer: "integer",
  bigint: "integer",
  numeric: "number",
  real: "number",
  "double precision": "number",
};

/** Any value fits these. */
const open = new Set(["json", "jsonb"]);

/** Of a type as PostgreSQL writes it. What it is made of beneath a domain counts. */
export function kindOf(written: string): Kind {
  const format = withoutModifier(written);
  const [, length] = /^(?:character|character varying|bit|bit varying)\((\d+)\)$/.exec(written) ?? [];
  return {
    format,
    ...typeOf(format),
    ...(format.endsWith("[]") && { items: typeOf(format.slice(0, -2)) }),
    ...(length !== undefined && { maxLength: Number(length) }),
  };
}

function typeOf(format: string): { readonly type?: string } {
  if (open.has(format)) return {};
  return { type: format.endsWith("[]") ? "array" : (types[format] ?? "string") };
}

/** `numeric(10,2)` is a `numeric`; names of a tenant's own may hold anything, and are left as they are. */
const withoutModifier = (written: string) => (/^[a-z ]+\(/.test(written) ? written.replace(/\(-?\d+(?:,-?\d+)?\)/, "") : written);

/** A default as a value, where its expression says one. */
export function defaultOf(expression: string | null, { type, format }: Kind): unknown {
  if (expression === null) return undefined;
  if (type === "string") return textOf(expression, format);
  try {
    return JSON.parse(expression);
  } catch {
    return undefined;
  }
}

/** `'none'::text` is none; anything else is told as the expression that it is. */
function textOf(expression: string, format: string): string {
  const cast = `::${format}`;
  if (!expression.endsWith(cast)) return expression;
  return expression.slice(0, -cast.length).replace(/^'(.*)'$/s, (_all, text: string) => text.replaceAll("''", "'"));
}
