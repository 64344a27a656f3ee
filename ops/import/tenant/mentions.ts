/** A text that a regular expression shall take as it is. */
export const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** A schema's name, quoted or plain, and not as the part of something else. */
export const nameOf = (schema: string) => `(?<![\\w$".])(?:"${escaped(schema.replaceAll('"', '""'))}"|${escaped(schema)})`;

/** Whether a text names something of this schema: `shop.orders`, `"shop" . "orders"`. It may say so of a comment too, rather than miss one. */
export const mentions = (text: string, schema: string): boolean => new RegExp(`${nameOf(schema)}\\s*\\.\\s*["\\w]`, "i").test(text);

/** The text with the schema called `public`, where it stands before a name as people write it. */
export const renamed = (text: string, schema: string): string =>
  text.replaceAll(new RegExp(`${nameOf(schema)}(?=\\.["\\w])`, "gi"), "public");

/** The names that a text takes from a schema: `orders` of `public.orders`. */
export const namesFrom = (text: string, schema: string): string[] =>
  [...text.matchAll(new RegExp(`${nameOf(schema)}\\.(?:"((?:[^"]|"")+)"|(\\w+))`, "gi"))].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain ?? "").toLowerCase(),
  );
