import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import { name } from "../platform/db/sql.ts";
import type { Table, TableColumn } from "./table.ts";

/** A sequence that numbers a column, upwards, and the highest number there is in that. */
export interface Numbered {
  readonly sequence: string;
  readonly most: string;
}

const lookUp = `
  select c.name, s.sequence
  from pg_catalog.unnest($2::pg_catalog.text[]) c (name)
    cross join lateral (select pg_catalog.pg_get_serial_sequence($1, c.name)) s (sequence)
    join pg_catalog.pg_sequence q on q.seqrelid = s.sequence::pg_catalog.regclass and q.seqincrement > 0`;

/** Which of these columns are numbered by themselves, and how far. */
export async function findNumbered(session: Session, { place }: Table, columns: readonly TableColumn[]): Promise<readonly Numbered[]> {
  const names = `{${columns.map((column) => `"${column.name.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
  const { rows } = await session.exchange(new Portal(lookUp, [place, names], 0));
  const found: Numbered[] = [];
  for (const [column, sequence] of rows) {
    const highest = `select pg_catalog.max(${name(column ?? "").text})::pg_catalog.int8 from ${place}`;
    const [[most] = []] = (await session.exchange(new Portal(highest, [], 0))).rows;
    if (sequence && most) found.push({ sequence, most });
  }
  return found;
}

/** Never back, and nowhere that the sequence could not have come to by itself. */
const advance = `
  select pg_catalog.setval(seqrelid, $2::pg_catalog.int8)
  from pg_catalog.pg_sequence
  where seqrelid = $1::pg_catalog.regclass and $2::pg_catalog.int8 between seqmin and seqmax
    and $2::pg_catalog.int8 > coalesce(pg_catalog.pg_sequence_last_value(seqrelid), seqmin - 1)`;

/** Rows that brought numbers of their own leave sequences behind: the next row would get a number that is taken. For the owner, who alone may set them. */
export async function advanceSequences(owner: Session, numbered: readonly Numbered[]): Promise<void> {
  for (const { sequence, most } of numbered) await owner.exchange(new Portal(advance, [sequence, most], 0));
}
