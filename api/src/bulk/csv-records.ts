import { refuse } from "./contract.ts";

const [quote, lineFeed, carriageReturn, backslash, dot] = [0x22, 0x0a, 0x0d, 0x5c, 0x2e];

/** So long may a record be: PostgreSQL reads each whole, and one whose quote is never closed has no end. */
export const recordBytesMax = 8_000_000;

/** Follows CSV as it passes: how many records there are, and that none is what PostgreSQL must not be sent. */
export class CsvRecords {
  /** Complete ones. */
  count = 0;
  #line = 1;
  #beganAtLine = 1;
  #length = 0;
  #first = 0;
  #second = 0;
  #isQuoted = false;
  #wasReturn = false;

  /** Where the first record ends in these bytes; nothing where it goes on. */
  pass(bytes: Buffer): number | undefined {
    let firstEnd: number | undefined;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#wasReturn) {
        this.#wasReturn = false;
        // A file of another age: lines end with this alone.
        if (byte !== lineFeed) this.#end();
      }
      if (byte === quote) this.#isQuoted = !this.#isQuoted;
      else if (byte === lineFeed) {
        this.#line += 1;
        if (!this.#isQuoted) {
          this.#end();
          firstEnd ??= this.count === 1 ? at + 1 : undefined;
          continue;
        }
      } else if (byte === carriageReturn && !this.#isQuoted) {
        this.#wasReturn = true;
        continue;
      }
      if (this.#length < 2) {
        if (this.#length === 0) this.#first = byte;
        else this.#second = byte;
      }
      this.#length += 1;
      if (this.#length > recordBytesMax) throw this.#tooLong();
    }
    return firstEnd;
  }

  /** All has passed. PostgreSQL would name the last line for a quote that stands open, which is not where to look. */
  finish(): void {
    if (this.#isQuoted) throw refuse("invalid_line", { details: { line: this.#beganAtLine, because: "a quote in it is never closed" } });
    if (this.#length > 0 || this.#wasReturn) this.#end();
  }

  /** PostgreSQL would take it for the end, and leave out what follows without a word. */
  #end(): void {
    if (this.#length === 2 && this.#first === backslash && this.#second === dot) {
      throw refuse("invalid_line", { details: { line: this.#beganAtLine, because: "a line of \\. alone must stand in quotes" } });
    }
    this.count += 1;
    this.#length = 0;
    this.#beganAtLine = this.#line;
  }

  #tooLong() {
    return refuse("line_too_long", { details: { line: this.#beganAtLine, bytesMax: recordBytesMax } });
  }
}
