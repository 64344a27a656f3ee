import { fault } from "../fault.ts";

/** What the caller would like of the answer (RFC 7240). */
export interface Preferences {
  readonly returns: "minimal" | "headers-only" | "representation";
  readonly count: "exact" | undefined;
  /** What was understood, as it is told back. */
  readonly applied: readonly string[];
}

const nothing: Preferences = { returns: "minimal", count: undefined, applied: [] };

/** Every count is exact: the cheaper ones are allowed to be. */
const known: Readonly<Record<string, Partial<Preferences>>> = {
  "return=minimal": { returns: "minimal" },
  "return=headers-only": { returns: "headers-only" },
  "return=representation": { returns: "representation" },
  "count=exact": { count: "exact" },
  "count=planned": { count: "exact" },
  "count=estimated": { count: "exact" },
};
/** Understood, and true of every request here. */
const granted = new Set(["handling=lenient", "handling=strict", "tx=commit", "missing=null"]);

export function readPrefer(header: string | undefined): Preferences {
  if (header === undefined || header === "") return nothing;
  const wishes = header.split(",").map((wish) =>
    wish
      .trim()
      .replaceAll(/\s*=\s*/g, "=")
      .replaceAll('"', ""),
  );
  const unknown = wishes.filter((wish) => !Object.hasOwn(known, wish) && !granted.has(wish));
  if (wishes.includes("handling=strict") && unknown.length > 0) {
    throw fault("PGRST122", "Invalid preferences given with handling=strict", { details: `Invalid preferences: ${unknown.join(", ")}` });
  }
  const applied = wishes.filter((wish) => !unknown.includes(wish));
  return Object.assign({}, nothing, ...applied.map((wish) => known[wish]), { applied });
}
