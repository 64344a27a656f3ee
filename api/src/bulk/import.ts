import { CopyIn } from "../platform/db/copy.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Session } from "../platform/db/session.ts";
import { lineRefusal } from "./fault.ts";
import { findNumbered, type Numbered } from "./sequences.ts";
import { findTable, type Table, type TableColumn } from "./table.ts";
import type { Upload } from "./upload.ts";

/** A body of rows, on its way into COPY. */
export interface Rows {
  /** The statement that reads them. */
  readonly copy: string;
  /** Those that they have values for. */
  readonly columns: readonly TableColumn[];
  /** The next of what COPY reads, or nothing at the end. */
  next(): Promise<Buffer | undefined>;
  /** How many of them have passed, or a few less. */
  rowsSoFar(): number;
  /** The body's line that COPY counts so. */
  lineOf(line: number): number;
}

/** A form that rows may come in. */
export interface Source {
  /** Reads as much of the body as tells what columns there are. */
  open(upload: Upload, table: Table, named: readonly string[] | undefined): Promise<Rows>;
}

export interface Given {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[] | undefined;
  readonly source: Source;
  /** Throws where so many rows are more than there is room for. */
  readonly refuseMore: (rows: number) => void;
  /** Throws where the database has grown to its cap by so many bytes. */
  readonly taken: (bytes: number) => Promise<void>;
}

export interface Taken {
  readonly count: number;
  readonly numbered: readonly Numbered[];
}

/** Takes a body into a table by one COPY in the session's transaction, no faster than PostgreSQL writes; tells how many rows, and what is numbered behind them. */
export async function importInto(session: Session, given: Given, upload: Upload): Promise<Taken> {
  const table = await findTable(session, given.schema, given.table);
  const rows = await given.source.open(upload, table, given.columns);
  const copy = new CopyIn(rows.copy);
  const answered = session.exchange(copy);
  // Whatever PostgreSQL has against it is heard at once, though more of the body is waited for.
  answered.catch((error: unknown) => upload.stop(error));
  try {
    await copy.open;
    await send(rows, copy, given, upload);
    copy.finish();
    const count = Number((await answered).split(" ").at(-1));
    return { count, numbered: await findNumbered(session, table, rows.columns) };
  } catch (error) {
    copy.fail();
    // What PostgreSQL said first is why; where it said nothing, why we stopped.
    const said = await answered.then(
      () => error,
      (reason: unknown) => (isDatabaseError(reason) && reason.code !== "57014" ? reason : error),
    );
    throw isDatabaseError(said) ? lineRefusal(said, (line) => rows.lineOf(line)) : said;
  }
}

async function send(rows: Rows, copy: CopyIn, { refuseMore, taken }: Given, upload: Upload): Promise<void> {
  for (let piece = await rows.next(); piece; piece = await rows.next()) {
    await copy.send(piece);
    refuseMore(rows.rowsSoFar());
    await taken(upload.bytes);
  }
  refuseMore(rows.rowsSoFar());
}
