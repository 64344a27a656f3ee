import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { refuse } from "./contract.ts";
import { CsvRecords } from "./csv-records.ts";
import type { Source } from "./import.ts";
import { listed, pick } from "./table.ts";
import type { Upload } from "./upload.ts";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
/** Of a line of names. */
const headerBytesMax = 1_000_000;

/** CSV goes to PostgreSQL as it comes; only its first line is read, for the names of columns. */
export const csvSource: Source = {
  async open(upload, table, named) {
    if (named)
      throw refuse("invalid_bulk_input", {
        details: { errors: [{ path: "columns", message: "The first line of CSV names the columns." }] },
      });
    const records = new CsvRecords();
    const { begin, header } = await readHeader(upload, records);
    const columns = pick(table, namesIn(header), { line: 1 });
    let next: Buffer | undefined = begin;
    return {
      columns,
      copy: `copy ${table.place} (${listed(columns)}) from stdin (format csv, header true, encoding 'utf8')`,
      rowsSoFar: () => Math.max(0, records.count - 1),
      lineOf: (line) => line,
      async next() {
        const now = next;
        next = undefined;
        if (now) return now;
        const chunk = await upload.next();
        if (chunk) records.pass(chunk);
        else records.finish();
        return chunk;
      },
    };
  },
};

/** Everything up to where the first line is complete, and a little more that came with it. */
async function readHeader(upload: Upload, records: CsvRecords): Promise<{ begin: Buffer; header: Buffer }> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = await upload.next();
    if (!chunk) {
      const begin = Buffer.concat(pieces);
      return { begin, header: begin };
    }
    const piece = size === 0 ? withoutMark(chunk) : chunk;
    const end = records.pass(piece);
    pieces.push(Buffer.from(piece));
    if (end !== undefined) {
      const begin = Buffer.concat(pieces);
      return { begin, header: begin.subarray(0, size + end) };
    }
    size += piece.length;
    if (size > headerBytesMax) throw refuse("line_too_long", { details: { line: 1, bytesMax: headerBytesMax } });
  }
}

const withoutMark = (bytes: Buffer) => (bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes);

function namesIn(header: Buffer): readonly string[] {
  if (!isUtf8(header)) throw refuse("invalid_line", { details: { line: 1, because: "it is not UTF-8" } });
  const [names = []] = read(header.toString("utf8"));
  if (names.length === 0 || names.every((each) => each === "")) throw refuse("no_columns", { details: { line: 1 } });
  return names;
}

function read(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { to: 1 }) as string[][];
  } catch (error) {
    throw refuse("invalid_line", { details: { line: 1, because: error instanceof Error ? error.message : String(error) } });
  }
}
