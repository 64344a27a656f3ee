import { isRawNumber } from "../platform/whole-numbers.ts";

/** What a value of a type becomes in JSON. Numbers stand digit for digit as PostgreSQL wrote them. */
export type ToJson = (text: string) => string;

const asText: ToJson = (text) => JSON.stringify(text);
const asNumber: ToJson = (text) => (/^-?\d/.test(text) ? text : asText(text));
const asBoolean: ToJson = (text) => (text === "t" ? "true" : "false");
const asNumbers: ToJson = (text) => `[${text.trim().replaceAll(/ +/g, ",")}]`;
const asIs: ToJson = (text) => text;

const byType: ReadonlyMap<string, ToJson> = new Map([
  ["bool", asBoolean],
  ["int2", asNumber],
  ["int4", asNumber],
  ["int8", asNumber],
  ["oid", asNumber],
  ["float4", asNumber],
  ["float8", asNumber],
  ["numeric", asNumber],
  ["int2vector", asNumbers],
  ["oidvector", asNumbers],
  ["json", asIs],
  ["jsonb", asIs],
]);

/** By the type's name, with `[]` behind that of the elements for an array; what a tenant named like one of PostgreSQL's is not it. */
export function toJson(type: string, isOwn = false): ToJson {
  const known = isOwn ? undefined : byType.get(type.endsWith("[]") ? type.slice(0, -2) : type);
  const element = known ?? asText;
  if (!type.endsWith("[]")) return element;
  const delimiter = type === "box[]" && !isOwn ? ";" : ",";
  return (text) => new ArrayReader(text, element, delimiter).read();
}

/** PostgreSQL's text of an array, `{1,NULL,"a b",{2}}`, with its bounds before it where they are unusual. */
class ArrayReader {
  readonly #text: string;
  readonly #element: ToJson;
  readonly #delimiter: string;
  #at: number;

  constructor(text: string, element: ToJson, delimiter: string) {
    this.#text = text;
    this.#element = element;
    this.#delimiter = delimiter;
    this.#at = text.indexOf("{");
  }

  read(): string {
    const items: string[] = [];
    this.#at += 1;
    while (this.#peek() !== "}") {
      items.push(this.#item());
      if (this.#peek() === this.#delimiter) this.#at += 1;
    }
    this.#at += 1;
    return `[${items.join(",")}]`;
  }

  #item(): string {
    if (this.#peek() === "{") return this.read();
    if (this.#peek() === '"') return this.#element(this.#quoted());
    const from = this.#at;
    while (this.#peek() !== this.#delimiter && this.#peek() !== "}") this.#at += 1;
    const word = this.#text.slice(from, this.#at);
    return word === "NULL" ? "null" : this.#element(word);
  }

  #quoted(): string {
    let read = "";
    for (this.#at += 1; this.#peek() !== '"'; this.#at += 1) {
      if (this.#peek() === "\\") this.#at += 1;
      read += this.#peek();
    }
    this.#at += 1;
    return read;
  }

  /** The text is PostgreSQL's own and closes what it opens; should it not, that is our bug and not an endless loop. */
  #peek(): string {
    if (this.#at >= this.#text.length) throw new Error("an array's text ended early");
    return this.#text.charAt(this.#at);
  }
}

/** A parameter as PostgreSQL reads it: a list becomes an array, an object JSON, and a number stays as it was written. */
export function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (isRawNumber(value)) return value.rawJSON;
  if (Array.isArray(value)) return arrayOf(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const arrayOf = (items: readonly unknown[]): string => `{${items.map(itemOf).join(",")}}`;

function itemOf(item: unknown): string {
  if (Array.isArray(item)) return arrayOf(item);
  const text = toParameter(item);
  return text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
