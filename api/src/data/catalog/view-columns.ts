/** A view's column, and the table's that it shows as it is. */
export interface Origin {
  readonly column: number;
  readonly table: number;
  readonly tableColumn: number;
}

const entryPattern = /:resno (\d+) .*?:ressortgroupref \d+ :resorigtbl (\d+) :resorigcol (\d+) :resjunk false/s;

/**
 * Where the columns of a view come from, as PostgreSQL keeps it in the view's rule (pg_rewrite.ev_action): the entries of the
 * outermost query's target list, each of which names its origin where it is a column and nothing else.
 */
export function originsOf(rule: string): readonly Origin[] {
  return targetEntries(rule).flatMap((entry) => {
    const [, column, table, tableColumn] = (entryPattern.exec(entry) ?? []).map(Number);
    return column && table && tableColumn ? [{ column, table, tableColumn }] : [];
  });
}

/** The text of each entry, without the expressions nested in it. */
function targetEntries(rule: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let inTargets = false;
  let kept = "";
  for (let at = 0; at < rule.length; at += 1) {
    const letter = rule.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === "{") depth += 1;
    else if (letter === "}") {
      depth -= 1;
      if (depth === 1 && inTargets) {
        entries.push(kept);
        kept = "";
      }
    } else if (depth === 1 && letter === ":") inTargets = rule.startsWith(":targetList ", at);
    else if (depth === 2 && inTargets) kept += letter;
  }
  return entries;
}
