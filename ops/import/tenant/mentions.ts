const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A schema's name where something of it is named: `shop.orders`, `"shop" . "orders"`. */
const before = (schema: string) =>
  new RegExp(`(?<![\\w$".])(?:"${escaped(schema.replaceAll('"', '""'))}"|${escaped(schema)})(?=\\s*\\.\\s*["\\w])`, "gi");

/** Whether a text names something of this schema. Text that PostgreSQL does not look into keeps the old name for good. */
export const mentions = (text: string, schema: string): boolean => before(schema).test(text);

/** The text with the schema called `public`. */
export const renamed = (text: string, schema: string): string => text.replaceAll(before(schema), "public");

/** The names that a text takes from a schema: `orders` of `public.orders`. */
export const namesFrom = (text: string, schema: string): string[] =>
  [...text.matchAll(new RegExp(`${before(schema).source}\\s*\\.\\s*(?:"([^"]+)"|(\\w+))`, "gi"))].map(
    ([, quoted, plain]) => quoted ?? (plain ?? "").toLowerCase(),
  );
