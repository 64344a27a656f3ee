import type { Outlet } from "../data/index.ts";
import { CopyOut } from "../platform/db/copy.ts";
import type { Session } from "../platform/db/session.ts";
import { name } from "../platform/db/sql.ts";
import { findTable, listed, pick, type Table, type TableColumn } from "./table.ts";

export type Format = "csv" | "ndjson";

export interface Wanted {
  readonly schema: string;
  readonly table: string;
  readonly format: Format;
  /** All but generated ones where none are named. */
  readonly columns: readonly string[] | undefined;
}

/** A row stands in memory for a moment. */
const rowBytesMax = 32_000_000;

/** Sends a table out as PostgreSQL tells it, no faster than the client reads. */
export async function sendTable(session: Session, wanted: Wanted, outlet: Outlet): Promise<void> {
  const table = await findTable(session, wanted.schema, wanted.table);
  const columns = wanted.columns ? pick(table, wanted.columns) : table.columns.filter(({ isGenerated }) => !isGenerated);
  const take = (line: Buffer) => {
    session.allow(rowBytesMax);
    return outlet.write(line);
  };
  session.allow(rowBytesMax);
  await session.exchange(new CopyOut(copyOf(table, columns, wanted.format), take));
}

const copyOf = (table: Table, columns: readonly TableColumn[], format: Format): string =>
  format === "csv"
    ? `copy (select ${listed(columns)} from ${table.place}) to stdout (format csv, header true, encoding 'utf8')`
    : `copy (select pg_catalog.translate(pg_catalog.row_to_json(r.*)::pg_catalog.text, e'\\n\\r\\t', '   ') from (select ${told(columns)} from ${table.place}) r)
        to stdout (format csv, quote e'\\x01', delimiter e'\\x02', encoding 'utf8')`;

/** Line breaks and tabs stand in JSON only between its parts, and no character below a space does: nothing is left to be quoted. */
const told = (columns: readonly TableColumn[]) =>
  columns
    .map((column) => {
      const quoted = name(column.name).text;
      return column.form === "text" ? `${quoted}::pg_catalog.text as ${quoted}` : quoted;
    })
    .join(", ");
