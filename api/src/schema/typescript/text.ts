/** Pieces of TypeScript, written as people would. */

export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
export const quote = (text: string): string => JSON.stringify(text);

/** A member of an object's type: its name, its type, and whether it may be left out. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly isOptional?: boolean;
}

/** An object's type with a line for each member. */
export function objectOf(members: readonly Member[], none = "{}"): string {
  if (members.length === 0) return none;
  const lines = members.map(({ name, type, isOptional }) => `${key(name)}${isOptional ? "?" : ""}: ${type}`);
  return `{\n${indent(lines.join("\n"))}\n}`;
}

/** What has no members has none of any name, or anything could be asked of it. */
export const mapOf = (members: readonly Member[]): string => objectOf(members, "{ [_ in never]: never }");

/** An object, not its type: each member ends with a comma. */
export const literalOf = (members: readonly Member[]): string =>
  members.length === 0 ? "{}" : `{\n${indent(members.map(({ name, type }) => `${key(name)}: ${type},`).join("\n"))}\n}`;

export const tupleOf = (texts: readonly string[]): string => `[${texts.map(quote).join(", ")}]`;
export const unionOf = (texts: readonly string[]): string => (texts.length === 0 ? "never" : texts.map(quote).join(" | "));

/** In lines of its own: texts in quotes never hold a line break, for they are written as JSON. */
const indent = (text: string) => text.replaceAll(/^(?=.)/gm, "  ");
