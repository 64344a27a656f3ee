import { fault } from "../fault.ts";

/** What the caller would like of the answer (RFC 7240). */
export interface Preferences {
  readonly returns: "minimal" | "headers-only" | "representation";
  readonly count: "exact" | "planned" | "estimated" | undefined;
  /** What becomes of a row that is there already. */
  readonly resolution: "merge" | "ignore" | undefined;
  /** Columns that a row leaves out get their default, not null. */
  readonly takesDefaults: boolean;
  /** Everything is undone once it was done. */
  readonly rollsBack: boolean;
  readonly isStrict: boolean;
  readonly timeZone: string | undefined;
  /** A write of more rows is undone. */
  readonly maxAffected: number | undefined;
  /** What was understood, as it is told back. */
  readonly applied: readonly string[];
  /** The same for preferences that lead to the same statement. */
  readonly shape: string;
}

const nothing: Preferences = {
  returns: "minimal",
  count: undefined,
  resolution: undefined,
  takesDefaults: false,
  rollsBack: false,
  isStrict: false,
  timeZone: undefined,
  maxAffected: undefined,
  applied: [],
  shape: "",
};

const known: Readonly<Record<string, Partial<Preferences>>> = {
  "resolution=merge-duplicates": { resolution: "merge" },
  "resolution=ignore-duplicates": { resolution: "ignore" },
  "missing=default": { takesDefaults: true },
  "missing=null": { takesDefaults: false },
  "return=minimal": { returns: "minimal" },
  "return=headers-only": { returns: "headers-only" },
  "return=representation": { returns: "representation" },
  "count=exact": { count: "exact" },
  "count=planned": { count: "planned" },
  "count=estimated": { count: "estimated" },
  "tx=commit": { rollsBack: false },
  "tx=rollback": { rollsBack: true },
  "handling=strict": { isStrict: true },
  "handling=lenient": { isStrict: false },
};

/** Far more than there are. */
const wishesMax = 50;

export function readPrefer(header: string | undefined): Preferences {
  if (header === undefined || header === "") return nothing;
  const wishes = header.split(",", wishesMax).map((wish) =>
    wish
      .split("=")
      .map((part) => part.trim())
      .join("=")
      .replaceAll('"', ""),
  );
  const read: { wish: string; means: Partial<Preferences> }[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const wish of wishes.filter(Boolean)) {
    const means = meaningOf(wish);
    const [name = ""] = wish.split("=");
    if (!means) unknown.push(wish);
    // The first of several that contradict each other holds.
    else if (!seen.has(name)) read.push({ wish, means });
    seen.add(name);
  }
  const merged: Preferences = Object.assign({}, nothing, ...read.map(({ means }) => means));
  if (merged.isStrict && unknown.length > 0) {
    throw fault("PGRST122", "Invalid preferences given with handling=strict", { details: `Invalid preferences: ${unknown.join(", ")}` });
  }
  const told = read.map(({ wish }) => wish).filter((wish) => merged.isStrict || !wish.startsWith("max-affected="));
  const applied = told.toSorted((one, other) => placeOf(one) - placeOf(other));
  const maxAffected = merged.isStrict ? merged.maxAffected : undefined;
  const { returns, count, resolution, takesDefaults } = merged;
  return { ...merged, maxAffected, applied, shape: `${returns} ${count} ${resolution} ${takesDefaults} ${maxAffected}` };
}

/** Preferences are told in this order. */
const order = ["resolution", "missing", "return", "count", "tx", "handling", "timezone", "max-affected"];
const placeOf = (wish: string) => order.indexOf(wish.slice(0, wish.indexOf("=")));

function meaningOf(wish: string): Partial<Preferences> | undefined {
  if (Object.hasOwn(known, wish)) return known[wish];
  const [name, value = ""] = wish.split("=");
  if (name === "max-affected" && /^\d{1,15}$/.test(value)) return { maxAffected: Number(value) };
  if (name === "timezone" && isTimeZone(value)) return { timeZone: value };
  return undefined;
}

/** An offset alone is a zone to JavaScript, and not to PostgreSQL. */
function isTimeZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
