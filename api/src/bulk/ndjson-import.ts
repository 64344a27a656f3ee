import { isUtf8 } from "node:buffer";
import { jsonFlawOf } from "../platform/flaws.ts";
import { readNumbersWhole } from "../platform/whole-numbers.ts";
import { refuse } from "./contract.ts";
import { copyText, type JsonObject } from "./copy-text.ts";
import type { Source } from "./import.ts";
import { listed, pick, type Table, type TableColumn } from "./table.ts";
import type { Upload } from "./upload.ts";

/** So long may a line be: it is read whole. */
const lineBytesMax = 8_000_000;
const lineFeed = 0x0a;

/** Lines of JSON are rewritten as COPY reads them, those of a piece together. */
export const ndjsonSource: Source = {
  async open(upload, table, named) {
    const lines = new Lines(upload);
    const first = named ? undefined : await lines.next();
    const columns = named ? pick(table, named) : columnsIn(first, table);
    const rows = new Rows(columns, table);
    let ready = first;
    return {
      columns,
      copy: `copy ${table.place} (${listed(columns)}) from stdin (format text, encoding 'utf8')`,
      rowsSoFar: () => rows.count,
      lineOf: (row) => row,
      async next() {
        const some = ready ?? (await lines.next());
        ready = undefined;
        return some === undefined ? undefined : Buffer.from(rows.rewrite(some));
      },
    };
  },
};

function columnsIn(lines: string | undefined, table: Table): readonly TableColumn[] {
  const [line = ""] = lines?.split("\n", 1) ?? [];
  const names = Object.keys(line.trim() === "" ? {} : objectIn(line, 1));
  if (names.length === 0) throw refuse("no_columns", { details: { line: 1 } });
  return pick(table, names, { line: 1 });
}

/** Whole lines of a body, as many as came together. */
class Lines {
  readonly #upload: Upload;
  #rest: Buffer[] = [];
  #restSize = 0;
  #linesBefore = 0;
  #isFirst = true;

  constructor(upload: Upload) {
    this.#upload = upload;
  }

  async next(): Promise<string | undefined> {
    for (;;) {
      const chunk = await this.#upload.next();
      if (!chunk) return this.#take(Buffer.alloc(0), 0);
      const end = chunk.lastIndexOf(lineFeed) + 1;
      if (end > 0) return this.#take(chunk, end);
      this.#keep(chunk);
    }
  }

  /** What was kept and so much of this; what is behind that is kept. Nothing where there is nothing. */
  #take(chunk: Buffer, end: number): string | undefined {
    const bytes = Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
    this.#rest = [];
    this.#restSize = 0;
    if (end < chunk.length) this.#keep(chunk.subarray(end));
    if (bytes.length === 0) return undefined;
    if (!isUtf8(bytes)) throw this.#notUtf8(bytes);
    const text = bytes.toString("utf8");
    this.#linesBefore += bytes.reduce((lines, byte) => (byte === lineFeed ? lines + 1 : lines), 0);
    const marked = this.#isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    this.#isFirst = false;
    return marked;
  }

  #keep(bytes: Buffer): void {
    // A copy, for what it is part of may be much larger.
    this.#rest.push(Buffer.from(bytes));
    this.#restSize += bytes.length;
    if (this.#restSize > lineBytesMax) {
      throw refuse("line_too_long", { details: { line: this.#linesBefore + 1, bytesMax: lineBytesMax } });
    }
  }

  #notUtf8(bytes: Buffer) {
    let line = this.#linesBefore + 1;
    for (let from = 0; from < bytes.length; line += 1) {
      const end = bytes.indexOf(lineFeed, from) + 1 || bytes.length;
      if (!isUtf8(bytes.subarray(from, end))) break;
      from = end;
    }
    return refuse("invalid_line", { details: { line, because: "it is not UTF-8" } });
  }
}

/** Rewrites lines, and counts them. */
class Rows {
  count = 0;
  readonly #columns: readonly TableColumn[];
  readonly #table: Table;
  #emptyLine: number | undefined;

  constructor(columns: readonly TableColumn[], table: Table) {
    this.#columns = columns;
    this.#table = table;
  }

  rewrite(lines: string): string {
    let written = "";
    for (let from = 0; from < lines.length; ) {
      const end = lines.indexOf("\n", from);
      const line = end < 0 ? lines.slice(from) : lines.slice(from, end);
      from = end < 0 ? lines.length : end + 1;
      written += this.#row(line);
    }
    return written;
  }

  /** Empty lines at the end are nothing; before others they would make all numbers of lines wrong. */
  #row(line: string): string {
    const number = this.count + 1;
    if (line.trim() === "") {
      this.#emptyLine ??= number;
      return "";
    }
    if (this.#emptyLine !== undefined) throw refuse("invalid_line", { details: { line: this.#emptyLine, because: "it is empty" } });
    const row = objectIn(line, number);
    this.count += 1;
    this.#refuseUnknown(row, number);
    const text = this.#columns.map(({ name, form }) => (Object.hasOwn(row, name) ? copyText(row[name], form) : "\\N")).join("\t");
    if (!text.isWellFormed()) throw refuse("invalid_line", { details: { line: number, because: "it holds half a surrogate pair" } });
    return `${text}\n`;
  }

  #refuseUnknown(row: JsonObject, line: number): void {
    const names = Object.keys(row);
    if (names.length <= this.#columns.length && this.#columns.every(({ name }, i) => names[i] === name || !(i in names))) return;
    const unknown = names.find((name) => !this.#columns.some((column) => column.name === name));
    if (unknown === undefined) return;
    const isColumn = this.#table.columns.some(({ name }) => name === unknown);
    const columns = (isColumn ? this.#columns : this.#table.columns).map(({ name }) => name);
    throw refuse(isColumn ? "column_not_named" : "unknown_column", { details: { line, column: unknown, columns } });
  }
}

function objectIn(line: string, number: number): JsonObject {
  const value = parse(line, number);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw refuse("invalid_line", { details: { line: number, because: "it is no object" } });
}

function parse(line: string, number: number): unknown {
  try {
    return readNumbersWhole(line);
  } catch (error) {
    throw refuse("invalid_line", { details: { line: number, because: jsonFlawOf(error) } });
  }
}
