/** What is looked at of a JSON text that goes to PostgreSQL as it is. */
export interface Outline {
  readonly kind: "object" | "list" | "other";
  /** Of a list, how many values it has. */
  readonly rows: number;
  /** Of the object, or of a list's first one; no more of them than a relation can have columns. */
  readonly keys: readonly string[];
  /** Whether all rows are objects, and have these keys and no others. */
  readonly isEven: boolean;
}

/** PostgreSQL has no relation with more columns: of these keys one names none. */
const keysMax = 1_700;
/** PostgreSQL reads no JSON that is deeper by far. */
const depthMax = 50_000;
/** After so many bytes others have their turn. */
const sliceBytes = 131_072;

/** The outline of a JSON text, or undefined where it is none. Others have their turn while a long one is read. */
export async function readOutline(bytes: Buffer): Promise<Outline | undefined> {
  const reading = outlining(bytes);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The same at once. */
export function outlineOf(bytes: Buffer): Outline | undefined {
  const reading = outlining(bytes);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What may come next. */
const [aValue, aValueOrEnd, aKey, aKeyOrEnd, aColon, aCommaOrEnd] = [0, 1, 2, 3, 4, 5];

/**
 * Reads the bytes once, in one loop, and makes no values: that would take up to fifty times as long, and room for all of them.
 */
function* outlining(bytes: Buffer): Generator<undefined, Outline | undefined> {
  const keys = new Keys(bytes);
  /** Whether what is open is an object, from the outside in. */
  const open: boolean[] = [];
  let next = aValue;
  let kind: Outline["kind"] = "other";
  let rows = 0;
  let at = 0;
  let pause = sliceBytes;
  for (;;) {
    while (isSpace(bytes[at])) at += 1;
    if (at >= pause) {
      pause = at + sliceBytes;
      yield;
    }
    const depth = open.length;
    if (depth === 0 && next === aCommaOrEnd) break;
    const byte = bytes[at];
    const inObject = open[depth - 1] === true;
    if (next === aCommaOrEnd || (next === aValueOrEnd && byte === closeList) || (next === aKeyOrEnd && byte === closeObject)) {
      if (byte === comma && next === aCommaOrEnd) next = inObject ? aKey : aValue;
      else if (byte === (inObject ? closeObject : closeList)) {
        open.pop();
        next = aCommaOrEnd;
        if (inObject && depth === keys.depth) keys.endRow();
      } else return undefined;
      at += 1;
    } else if (next === aKey || next === aKeyOrEnd) {
      const end = byte === quote ? endOfString(bytes, at) : -1;
      if (end < 0) return undefined;
      if (depth === keys.depth) keys.meet(at, end);
      at = end;
      next = aColon;
    } else if (next === aColon) {
      if (byte !== colon) return undefined;
      at += 1;
      next = aValue;
    } else {
      if (depth === 0) kind = kindOf(byte);
      if (depth === 0 && kind === "list") keys.depth = 2;
      if (depth === keys.depth - 1) {
        rows += 1;
        keys.beginRow(byte === openObject);
      }
      if (byte === openObject || byte === openList) {
        if (depth === depthMax) return undefined;
        open.push(byte === openObject);
        next = byte === openObject ? aKeyOrEnd : aValueOrEnd;
        at += 1;
      } else {
        at = endOfScalar(bytes, at);
        if (at < 0) return undefined;
        next = aCommaOrEnd;
      }
    }
  }
  if (at < bytes.length) return undefined;
  return { kind, rows, keys: keys.names, isEven: keys.areEven };
}

const kindOf = (byte: number | undefined) => (byte === openObject ? "object" : byte === openList ? "list" : "other");

/** Behind the closing quote; -1 where there is none, or something before it is not allowed. */
function endOfString(bytes: Buffer, from: number): number {
  let at = from + 1;
  for (;;) {
    const byte = bytes[at];
    if (byte === undefined || byte < 0x20) return -1;
    if (byte === quote) return at + 1;
    if (byte === backslash) {
      at = endOfEscape(bytes, at);
      if (at < 0) return -1;
    } else at += 1;
  }
}

const escapes = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));

function endOfEscape(bytes: Buffer, at: number): number {
  const letter = bytes[at + 1] ?? 0;
  if (escapes.has(letter)) return at + 2;
  if (letter !== 0x75) return -1;
  for (let i = at + 2; i < at + 6; i += 1) if (!isHex(bytes[i] ?? 0)) return -1;
  return at + 6;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number) => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

const words = ["true", "false", "null"].map((word) => Buffer.from(word));

function endOfScalar(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === quote) return endOfString(bytes, at);
  if (byte === 0x2d || isDigit(byte)) return endOfNumber(bytes, at);
  const word = words.find((each) => each[0] === byte);
  return word && bytes.compare(word, 0, word.length, at, Math.min(at + word.length, bytes.length)) === 0 ? at + word.length : -1;
}

function endOfNumber(bytes: Buffer, from: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  if (bytes[at] === 0x30) at += 1;
  else at = endOfDigits(bytes, at);
  if (at >= 0 && bytes[at] === 0x2e) at = endOfDigits(bytes, at + 1);
  if (at >= 0 && ((bytes[at] ?? 0) | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    at = endOfDigits(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1);
  }
  return at;
}

/** At least one must be there. */
function endOfDigits(bytes: Buffer, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at === from ? -1 : at;
}

/** The keys of the first row, and whether all others have the same: mostly these come in the same order, byte by byte. */
class Keys {
  /** How many objects and lists are open inside of a row. */
  depth = 1;
  areEven = true;
  readonly #bytes: Buffer;
  readonly #places = new Map<string, number>();
  /** Where the keys of the first row stand, as they are written. */
  readonly #written: (readonly [from: number, to: number])[] = [];
  /** The row in which each was met last. */
  readonly #metIn: number[] = [];
  #row = 0;
  #met = 0;
  #next = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get names(): readonly string[] {
    return [...this.#places.keys()];
  }

  beginRow(isObject: boolean): void {
    this.#row += 1;
    this.#met = 0;
    this.#next = 0;
    if (!isObject) this.areEven = false;
  }

  meet(from: number, to: number): void {
    if (this.#row > 1 && !this.areEven) return;
    const place = this.#isNext(from, to) ? this.#next : this.#placeOf(from, to);
    if (place === undefined) return;
    this.#next = place + 1;
    if (this.#metIn[place] !== this.#row) this.#met += 1;
    this.#metIn[place] = this.#row;
  }

  endRow(): void {
    if (this.#met !== this.#places.size) this.areEven = false;
  }

  #isNext(from: number, to: number): boolean {
    const [knownFrom = 0, knownTo = 0] = this.#written[this.#next] ?? [];
    if (this.#row === 1 || to - from !== knownTo - knownFrom) return false;
    for (let i = 0; i < to - from; i += 1) if (this.#bytes[knownFrom + i] !== this.#bytes[from + i]) return false;
    return true;
  }

  #placeOf(from: number, to: number): number | undefined {
    const key: string = JSON.parse(this.#bytes.toString("utf8", from, to));
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (this.#places.size >= keysMax) return undefined;
    if (this.#row > 1) {
      this.areEven = false;
      return undefined;
    }
    this.#places.set(key, this.#places.size);
    this.#written.push([from, to]);
    return this.#places.size - 1;
  }
}
