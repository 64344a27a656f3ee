import type { Reason } from "@nextmavens/api/suspensions";
import type { Ledger } from "../ledger.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { byAge, compare, momentOf, tidy, withId, wordOf } from "./values.ts";

export interface SuspensionItem {
  readonly oldId: string;
  readonly projectOldId: string;
  readonly reason: Reason;
  readonly statement: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly imposedBy: string;
  readonly liftedAt: string | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
}

type Row = RowOf<"suspensions">;
type Weighed = SuspensionItem & { readonly id: string };
const table = "suspensions";

interface Projects {
  readonly coming: ReadonlySet<string>;
  /** Those whose own row says that they are suspended. */
  readonly suspended: ReadonlySet<string>;
}

/** Which suspensions come; a project can have one that is not lifted, and stays suspended where it is called so. */
export function planSuspensions(rows: readonly Row[], projects: Projects, known: Known, ledger: Ledger): SuspensionItem[] {
  const aged = byAge(rows.map((row) => ({ ...row, createdAt: row.startsAt })));
  ledger.count(table, "found", rows.length);
  const refuse = (id: string, why: string) => ledger.refused(table, id, why);
  const isHere = ({ id }: { readonly id: string }) => newIdOf(known, "suspension", id) !== undefined;
  // What an earlier run took is weighed again with the rest, so that a second run decides as the first one did.
  const items = withId(aged, refuse).flatMap((row) => {
    const item = itemOf(row, projects, known, (what) => isHere(row) || ledger.changed(table, row.id, what));
    if (isHere(row)) ledger.count(table, "already");
    else if (typeof item === "string") refuse(row.id, item);
    return typeof item === "string" ? [] : [{ ...item, id: row.id }];
  });
  const kept = withoutOverlaps(items, known, (id, why) => isHere({ id }) || refuse(id, why)).filter((item) => !isHere(item));
  const all = [...kept, ...unexplained(projects, items, known, ledger)].map(({ id: _, ...item }) => item);
  ledger.count(table, "taken", all.length);
  return all;
}

function itemOf(
  row: Row & { readonly id: string },
  { coming }: Projects,
  known: Known,
  change: (what: string) => void,
): SuspensionItem | string {
  if (row.projectId === null) return "it belongs to no project";
  if (!coming.has(row.projectId)) return `its project ${row.projectId} is not there, or is not taken`;
  const startsAt = momentOf(row.startsAt) ?? known.now;
  const endsAt = momentOf(row.endsAt);
  if (row.endsAt !== null && endsAt === undefined) return "its end is no time that can be kept";
  if (endsAt !== undefined && endsAt <= startsAt) return "it ends before it begins";
  const reason = reasonOf[wordOf(row.reason)];
  if (reason === undefined) change(`${row.reason ?? "(none)"} is no reason known here: it is "other"`);
  return {
    oldId: row.id,
    projectOldId: row.projectId,
    reason: reason ?? "other",
    statement: tidy(row.statement, 2000) || tidy(row.reason, 2000) || "Suspended on the present platform.",
    startsAt,
    endsAt: endsAt ?? null,
    imposedBy: `import:${tidy(row.by, 100) || "unknown"}`,
    ...liftOf(row, endsAt, known),
  };
}

/** What is over is taken as lifted: by its time, or by whoever did it there. */
function liftOf(row: Row, endsAt: string | undefined, known: Known): Pick<SuspensionItem, "liftedAt" | "liftedBy" | "liftReason"> {
  const hasEnded = endsAt !== undefined && endsAt <= known.now;
  const isOff = row.isActive === false || row.liftedAt !== null;
  if (!hasEnded && !isOff) return { liftedAt: null, liftedBy: null, liftReason: null };
  const liftedAt = momentOf(row.liftedAt) ?? (hasEnded ? endsAt : known.now);
  return {
    liftedAt,
    liftedBy: "import",
    liftReason: tidy(row.liftReason, 1000) || (isOff ? "It was lifted on the present platform" : "its time was over"),
  };
}

/** Of those that are open at once the one that lasts longest says it all. */
function withoutOverlaps(items: readonly Weighed[], known: Known, refuse: (id: string, why: string) => void): Weighed[] {
  const longest = new Map<string, Weighed>();
  const open = items.filter(({ liftedAt }) => liftedAt === null);
  for (const item of open) {
    const other = longest.get(item.projectOldId);
    if (!other || lastsLonger(item, other)) longest.set(item.projectOldId, item);
  }
  return items.filter((item) => {
    if (item.liftedAt !== null) return true;
    const kept = longest.get(item.projectOldId);
    const isSuspendedHere = known.suspended.has(newIdOf(known, "project", item.projectOldId) ?? "");
    if (kept === item && !isSuspendedHere) return true;
    const why = isSuspendedHere ? "the project is suspended here already" : `it overlaps ${kept?.oldId}, which lasts longer`;
    refuse(item.oldId, why);
    return false;
  });
}

const forever = "9999";
const lastsLonger = (a: SuspensionItem, b: SuspensionItem) =>
  (compare(a.endsAt ?? forever, b.endsAt ?? forever) || compare(b.startsAt, a.startsAt)) > 0;

/** A project that is called suspended, and nothing says why: it stays shut until somebody has looked. */
function unexplained({ suspended }: Projects, items: readonly Weighed[], known: Known, ledger: Ledger): Weighed[] {
  const explained = new Set(items.filter(({ liftedAt }) => liftedAt === null).map(({ projectOldId }) => projectOldId));
  return [...suspended].flatMap((projectOldId) => {
    const newId = newIdOf(known, "project", projectOldId);
    const oldId = `project:${projectOldId}`;
    if (explained.has(projectOldId) || newIdOf(known, "suspension", oldId) || (newId && known.suspended.has(newId))) return [];
    ledger.count(table, "found");
    ledger.changed(table, oldId, "the project is called suspended and no open suspension says why: it gets one");
    const statement = "Suspended on the present platform; the reason did not come with it.";
    const none = { endsAt: null, liftedAt: null, liftedBy: null, liftReason: null };
    return [
      { id: oldId, oldId, projectOldId, reason: "other" as const, statement, startsAt: known.now, imposedBy: "import:unknown", ...none },
    ];
  });
}

const reasonOf: Readonly<Record<string, Reason>> = {
  abuse: "abuse",
  spam: "abuse",
  tos_violation: "abuse",
  terms_violation: "abuse",
  billing: "billing",
  payment: "billing",
  non_payment: "billing",
  unpaid: "billing",
  legal: "legal",
  dmca: "legal",
  security: "security",
  compromised: "security",
  other: "other",
  manual: "other",
  quota_exceeded: "other",
};
