import { fault } from "../fault.ts";

/** Reads a parameter from left to right. What it can't read becomes the dialect's parse error, with the place. */
export class Reader {
  readonly #text: string;
  readonly #what: string;
  readonly #before: number;
  #at = 0;

  /** `before`: how many characters stand before the text, as far as errors tell. */
  constructor(text: string, what: string, before = 0) {
    this.#text = text;
    this.#what = what;
    this.#before = before;
  }

  get at(): number {
    return this.#at;
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

  /** Moves past a word, and the spaces after it, if `next` comes then. */
  takeWord(word: string, next: string): boolean {
    const from = this.#at;
    if (this.take(word)) {
      this.skipSpaces();
      if (this.startsWith(next)) return true;
    }
    this.#at = from;
    return false;
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

  skipSpaces(): void {
    while (this.take(" "));
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
    return read === "" ? this.fail("field name (* or [a..z0..9_$])") : read;
  }

  /** What `read` finds, if one of `stops` or the end comes next; otherwise nothing was read. */
  tryRead(read: () => string | undefined, stops: string): string | undefined {
    const from = this.#at;
    let found: string | undefined;
    try {
      found = read();
    } catch {
      found = undefined;
    }
    if (found !== undefined && (this.isAtEnd || stops.includes(this.peek()))) return found;
    this.#at = from;
    return undefined;
  }

  expectEnd(): void {
    if (!this.isAtEnd) this.fail("the end");
  }

  fail(expected: string): never {
    const found = this.isAtEnd ? "end of input" : `"${this.peek()}"`;
    return this.failAs(`unexpected ${found} expecting ${expected}`);
  }

  failFrom(start: number, expected: string): never {
    this.#at = start;
    return this.fail(expected);
  }

  failAs(details: string): never {
    const message = `"failed to parse ${this.#what} (${this.#text.slice(0, 200)})" (line 1, column ${this.#before + this.#at + 1})`;
    throw fault("PGRST100", message, { details });
  }
}
