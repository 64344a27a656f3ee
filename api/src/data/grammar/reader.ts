import { fault } from "../fault.ts";

/** Reads a parameter from left to right. What it can't read becomes the dialect's parse error, with the place. */
export class Reader {
  readonly #text: string;
  readonly #what: string;
  #at = 0;

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string {
    return this.#text.charAt(this.#at);
  }

  startsWith(word: string): boolean {
    return this.#text.startsWith(word, this.#at);
  }

  /** Moves on if this comes next. */
  take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word)) this.fail(`"${word}"`);
  }

  /** The longest run of characters, maybe none, that none of `stops` ends. */
  until(stops: string): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !stops.includes(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  rest(): string {
    const from = this.#at;
    this.#at = this.#text.length;
    return this.#text.slice(from);
  }

  /** A text between double quotes, in which a backslash takes the next character as it is. */
  quoted(): string {
    this.expect('"');
    let read = "";
    while (!this.isAtEnd) {
      const letter = this.#text.charAt(this.#at++);
      if (letter === '"') return read;
      read += letter === "\\" ? this.#text.charAt(this.#at++) : letter;
    }
    return this.fail("a closing quote");
  }

  /** A name: quoted, or a run of characters that have no other meaning here. */
  name(stops: string): string {
    if (this.peek() === '"') return this.quoted();
    const read = this.until(stops).trim();
    return read === "" ? this.fail("a name") : read;
  }

  expectEnd(): void {
    if (!this.isAtEnd) this.fail("the end");
  }

  fail(expected: string): never {
    const found = this.isAtEnd ? "the end" : `"${this.#text.slice(this.#at, this.#at + 20)}"`;
    throw fault("PGRST100", `"failed to parse ${this.#what} (${this.#text.slice(0, 200)})" (line 1, column ${this.#at + 1})`, {
      details: `unexpected ${found} expecting ${expected}`,
    });
  }
}
