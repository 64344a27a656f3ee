/** Where entries and the hashes that were sealed of them differ; `index` is the place in the batch. */
export interface Difference {
  readonly is: "changed" | "inserted" | "reordered" | "removed";
  readonly index: number;
  /** The entry that stands there now, if one does. */
  readonly id?: string;
}

/** How far a step goes in what was sealed and in what is found. */
const steps = { same: [1, 1], changed: [1, 1], reordered: [1, 1], removed: [1, 0], passed: [1, 0], inserted: [0, 1] } as const;

/** Walks both lists at once: what the other one knows elsewhere was moved; what it does not know came, went or was changed. */
export function align(sealed: readonly Buffer[], found: readonly { readonly id: string; readonly leaf: Buffer }[]): Difference[] {
  const known = new Set(sealed.map(textOf));
  const present = new Set(found.map(({ leaf }) => textOf(leaf)));
  const judge = (leaf: Buffer | undefined, entry: Buffer | undefined): keyof typeof steps => {
    if (leaf && entry?.equals(leaf)) return "same";
    const isGone = leaf !== undefined && !present.has(textOf(leaf));
    if (!entry) return isGone ? "removed" : "passed";
    const isNew = !known.has(textOf(entry));
    if (!leaf) return "inserted";
    if (isGone) return isNew ? "changed" : "removed";
    return isNew ? "inserted" : "reordered";
  };
  const differences: Difference[] = [];
  for (let i = 0, j = 0; i < sealed.length || j < found.length; ) {
    const entry = found[j];
    const is = judge(sealed[i], entry?.leaf);
    if (is === "removed") differences.push({ is, index: i });
    else if (is !== "same" && is !== "passed") differences.push({ is, index: i, ...(entry && { id: entry.id }) });
    i += steps[is][0];
    j += steps[is][1];
  }
  return differences;
}

const textOf = (leaf: Buffer) => leaf.toString("latin1");
