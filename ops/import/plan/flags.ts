import type { Ledger } from "../ledger.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { freeName, tidy, withId } from "./values.ts";

export interface FlagItem {
  readonly oldId: string;
  readonly key: string;
  readonly description: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

type Row = RowOf<"feature_flags">;
const table = "feature_flags";

/** Which flags come: on or off, for everybody or for a share of contexts, the same ones each time. */
export function planFlags(rows: readonly Row[], known: Known, ledger: Ledger): FlagItem[] {
  const keys = new Set<string>();
  ledger.count(table, "found", rows.length);
  const keyed = withId(
    rows.map((row) => ({ ...row, id: row.key })),
    (id, why) => ledger.refused(table, id, why.replace("id", "key")),
  );
  return keyed.flatMap((row) => {
    const oldId = row.id;
    if (newIdOf(known, "feature_flag", oldId)) {
      ledger.count(table, "already");
      return [];
    }
    const item = itemOf(row, keys, known, (what) => ledger.changed(table, oldId, what));
    if (typeof item === "string") {
      ledger.refused(table, oldId, item);
      return [];
    }
    keys.add(item.key);
    ledger.count(table, "taken");
    return [item];
  });
}

function itemOf(row: Row, keys: ReadonlySet<string>, known: Known, change: (what: string) => void): FlagItem | string {
  const wanted = tidy(row.key, 100).replaceAll(/[^A-Za-z0-9_.-]+/g, "-");
  if (wanted === "") return "it has no key";
  if (row.isEnabled === null) return "nothing tells whether it is on";
  if (known.flags.has(wanted)) return "there is a flag of this key here already";
  const key = freeName(
    wanted,
    (each) => keys.has(each) || known.flags.has(each),
    (each, n) => `${each.slice(0, 95)}-${n}`,
  );
  if (key !== row.key) change(`its key becomes ${key}`);
  return { oldId: row.key ?? "", key, description: tidy(row.description, 1000), definition: definitionOf(row, change) };
}

function definitionOf({ isEnabled, percentage }: Row, change: (what: string) => void) {
  const flag = { state: "ENABLED", variants: { on: true, off: false } };
  const share = percentage === null ? 100 : Math.round(Math.min(100, Math.max(0, Number.isFinite(percentage) ? percentage : 0)));
  if (percentage !== null && share !== percentage) change(`its share of ${percentage} % becomes ${share} %`);
  if (isEnabled !== true || share === 0) return { ...flag, defaultVariant: "off" };
  if (share === 100) return { ...flag, defaultVariant: "on" };
  return {
    ...flag,
    defaultVariant: "off",
    targeting: {
      fractional: [
        ["on", share],
        ["off", 100 - share],
      ],
    },
  };
}
