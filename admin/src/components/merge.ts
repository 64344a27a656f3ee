/** What became of a form whose record somebody else changed meanwhile. */

import type { FieldSight, Row } from "../sight.ts";

export interface Difference {
  readonly field: FieldSight;
  /** As the form began, as it is now, and as it stands in the form. */
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
  readonly changedBy: "me" | "them" | "both";
}

/** A field's value as a form shows it. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

/** Every field that is not what the form began with; `now` is what it would begin with. Where both wrote the same there is nothing to tell. */
export function differencesOf(fields: readonly FieldSight[], began: Row, now: Row, typed: Row): Difference[] {
  return fields
    .filter(({ name, kind }) => name in now && kind !== "secret")
    .flatMap((field) => {
      const [before, theirs, mine] = [began, now, typed].map((each) => textOf(each[field.name])) as [string, string, string];
      if (mine === theirs) return mine === before ? [] : [{ field, before, theirs, mine, changedBy: "both" as const }];
      const changedBy = theirs === before ? "me" : mine === before ? "them" : "both";
      return [{ field, before, theirs, mine, changedBy }];
    });
}

/** The form over again: what only they changed is taken over, everything that was typed stays, and it counts as begun with what is there now. */
export const mergedOf = (differences: readonly Difference[], now: Row, typed: Row): Row => ({
  ...typed,
  ...("revision" in now ? { revision: now["revision"] } : {}),
  ...Object.fromEntries(differences.filter(({ changedBy }) => changedBy === "them").map(({ field: { name } }) => [name, now[name]])),
});

export interface Line {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Beyond this many pairs of lines the longest common part is not looked for. */
const pairsMost = 1_000_000;

/** Two texts line by line: what they have in common, what is gone of the first, and what is new in the second. */
export function linesOf(before: string, after: string): Line[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  if (a.length * b.length > pairsMost) return [...told("gone", a), ...told("new", b)];
  const common = commonOf(a, b);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i++] ?? "" });
      j++;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1)))
      lines.push({ kind: "gone", text: a[i++] ?? "" });
    else lines.push({ kind: "new", text: b[j++] ?? "" });
  }
  return lines;
}

const told = (kind: Line["kind"], texts: readonly string[]): Line[] => texts.map((text) => ({ kind, text }));

type Lengths = readonly Uint32Array[];
const at = (lengths: Lengths, i: number, j: number) => lengths[i]?.[j] ?? 0;

/** How long the longest common part is of what follows each pair of lines. */
function commonOf(a: readonly string[], b: readonly string[]): Lengths {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}
