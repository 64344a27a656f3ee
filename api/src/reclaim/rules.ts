/** What PostgreSQL's statistics say of a table, in bytes and rows. */
export interface TableFigures {
  readonly schema: string;
  readonly name: string;
  /** The table with its indexes and its long values. */
  readonly bytes: number;
  readonly heapBytes: number;
  readonly indexesBytes: number;
  /** Rows as of the last ANALYZE; null where there was none. */
  readonly rows: number | null;
  /** The mean of what a row's columns take; null where there are no statistics. */
  readonly rowBytes: number | null;
  readonly fillFactor: number;
  readonly longBytes: number;
  /** Pieces of long values, of up to 2,000 bytes each. */
  readonly longPieces: number | null;
}

const pageBytes = 8192;
const pageHeader = 24;
/** A row's header (23 bytes, aligned to 8) and the pointer to it in its page. */
const rowHeader = 24;
const rowPointer = 4;
const longPieceBytes = 2_048;
/** Estimates are no finer than this share of a table: less is not worth a rewriting. */
const noise = 0.1;

const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

/**
 * About how many bytes a rewriting of the table gives back: what it takes beyond what its rows need on full pages
 * (https://www.postgresql.org/docs/current/storage-page-layout.html). Indexes shrink as the table does. Null where nothing is known of its rows.
 */
export function wouldFree(table: TableFigures): number | null {
  const { rows, rowBytes, heapBytes, fillFactor, longBytes, longPieces, indexesBytes } = table;
  if (rows === null || (rows > 0 && rowBytes === null)) return null;
  const perRow = aligned(rowHeader + (rowBytes ?? 0)) + rowPointer;
  const perPage = Math.max(1, Math.floor(((pageBytes - pageHeader) * fillFactor) / 100 / perRow));
  const needed = Math.ceil(rows / perPage) * pageBytes;
  const heap = beyond(heapBytes, needed);
  const long = longPieces === null ? 0 : beyond(longBytes, longPieces * longPieceBytes);
  return heap + long + Math.round(indexesBytes * (heapBytes === 0 ? 0 : heap / heapBytes));
}

const beyond = (taken: number, needed: number) => (taken - needed <= taken * noise ? 0 : taken - needed);
