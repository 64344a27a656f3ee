/** A time as it can be kept: what is none, or lies outside of the years we know, is not there. */
export function momentOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  const ms = Date.parse(text);
  return ms >= 0 && ms < Date.UTC(9999, 11, 31) ? new Date(ms).toISOString() : undefined;
}

/** Text without what PostgreSQL or a form of ours would not take: no zero bytes, no blank ends, not longer than this. */
export const tidy = (text: string | null, charactersMax: number): string =>
  [...(text ?? "").replaceAll("\u0000", "").trim()].slice(0, charactersMax).join("").trim();

/** The first name that is not taken: `shop`, `shop (2)`, `shop (3)`, … */
export function freeName(wanted: string, isTaken: (name: string) => boolean, numbered: (name: string, n: number) => string): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const name = numbered(wanted, n);
    if (!isTaken(name)) return name;
  }
}

/** Oldest first, so that ids made one after the other keep the order; rows without a time come first. */
export const byAge = <Row extends { readonly createdAt: string | null; readonly id: string | null }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => compare(a.createdAt ?? "", b.createdAt ?? "") || compare(a.id ?? "", b.id ?? ""));

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In lower case, with whatever stands between words as one underscore: `Requests per-Day` is `requests_per_day`. */
export const wordOf = (text: string | null): string =>
  (text ?? "")
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");

/** Rows whose id came before, and rows without one, are told and left out. */
export function withId<Row extends { readonly id: string | null }>(
  rows: readonly Row[],
  refuse: (id: string, why: string) => void,
): (Row & { readonly id: string })[] {
  const seen = new Set<string>();
  return rows.filter((row): row is Row & { readonly id: string } => {
    if (row.id === null || row.id === "") refuse("(none)", "it has no id");
    else if (seen.has(row.id)) refuse(row.id, "another row has this id");
    else {
      seen.add(row.id);
      return true;
    }
    return false;
  });
}
