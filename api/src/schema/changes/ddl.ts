import { name as quoted } from "../../platform/db/sql.ts";

/** What the tenant wrote itself, and what it must be for the statement around it to stay what it is. */
export interface Claim {
  /** Follows `select`. */
  readonly text: string;
  readonly is: "expression" | "cast";
}

/** A text of DDL, which takes no parameters: made of our own words, quoted names, quoted texts, and claims that are still to be checked. */
export class Ddl {
  readonly text: string;
  readonly claims: readonly Claim[];

  constructor(text: string, claims: readonly Claim[] = []) {
    this.text = text;
    this.claims = claims;
  }
}

/** Our own words around parts; what is undefined or false is left out. */
export function ddl(strings: TemplateStringsArray, ...parts: readonly (Ddl | undefined | false)[]): Ddl {
  const given = parts.map((part) => part || nothing);
  const text = strings.reduce((all, words, i) => all + (given[i - 1]?.text ?? "") + words);
  return new Ddl(
    text,
    given.flatMap(({ claims }) => claims),
  );
}

const nothing = new Ddl("");

export const name = (...path: readonly string[]): Ddl => new Ddl(quoted(...path).text);

/** A text in quotes, read the same whatever standard_conforming_strings is. */
export const literal = (text: string): Ddl => {
  const inQuotes = `'${text.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  return new Ddl(text.includes("\\") ? `E${inQuotes}` : inQuotes);
};

/** One of a few words of ours, in capitals or not. */
export const words = <Words extends string>(text: Words): Ddl => new Ddl(text);

/** An expression of the tenant's own, in brackets; one with a comment ends its line. */
export const expression = (text: string): Ddl => new Ddl(text.includes("--") ? `(\n${text}\n)` : `(${text})`, [{ text, is: "expression" }]);

/** A type as the tenant writes it, such as `numeric(10, 2)[]`. */
export const type = (text: string): Ddl => new Ddl(text.includes("--") ? `${text}\n` : text, [{ text: `null::${text}`, is: "cast" }]);

export const list = (items: readonly Ddl[], glue = ", "): Ddl =>
  new Ddl(
    items.map(({ text }) => text).join(glue),
    items.flatMap(({ claims }) => claims),
  );

export const names = (items: readonly string[]): Ddl => list(items.map((each) => name(each)));
