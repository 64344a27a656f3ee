import type { Ledger } from "../ledger.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { byAge, freeName, momentOf, tidy, withId, wordOf } from "./values.ts";

export interface ProjectItem {
  readonly oldId: string;
  readonly developerOldId: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface ProjectPlan {
  readonly items: readonly ProjectItem[];
  /** Old ids of projects that are here already or are to be. */
  readonly coming: ReadonlySet<string>;
  /** Those of them that the present platform calls suspended. */
  readonly suspended: ReadonlySet<string>;
  /** What each is called, for people. */
  readonly names: ReadonlyMap<string, string>;
}

type Row = RowOf<"projects">;
const table = "projects";

/** Which projects come, and under which name; `developers` holds the old ids of those who come or are here. */
export function planProjects(rows: readonly Row[], developers: ReadonlySet<string>, known: Known, ledger: Ledger): ProjectPlan {
  const names = new Set(known.projectNames);
  const plan = { items: [] as ProjectItem[], coming: new Set<string>(), suspended: new Set<string>(), names: new Map<string, string>() };
  ledger.count(table, "found", rows.length);
  for (const row of withId(byAge(rows), (id, why) => ledger.refused(table, id, why))) {
    const isHere = newIdOf(known, "project", row.id) !== undefined;
    const why = isHere ? undefined : whyNot(row, developers);
    if (why !== undefined) {
      ledger.refused(table, row.id, why);
      continue;
    }
    plan.coming.add(row.id);
    plan.names.set(row.id, tidy(row.name, 100) || row.id);
    if (wordOf(row.status) === "suspended") plan.suspended.add(row.id);
    ledger.count(table, isHere ? "already" : "taken");
    if (!isHere) plan.items.push(itemOf(row, names, known, (what) => ledger.changed(table, row.id, what)));
  }
  return plan;
}

const gone = new Set(["deleted", "deleting", "removed", "archived", "purged"]);

function whyNot({ developerId, status, deletedAt }: Row, developers: ReadonlySet<string>): string | undefined {
  if (deletedAt !== null || gone.has(wordOf(status))) return `it is ${deletedAt === null ? wordOf(status) : "deleted"} there`;
  if (developerId === null) return "it belongs to nobody";
  if (!developers.has(developerId)) return `its developer ${developerId} is not there, or is not taken`;
  return undefined;
}

function itemOf(row: Row & { readonly id: string }, names: Set<string>, known: Known, change: (what: string) => void): ProjectItem {
  const developerOldId = row.developerId ?? "";
  const developer = newIdOf(known, "developer", developerOldId) ?? developerOldId;
  const isTaken = (name: string) => names.has(`${developer} ${name.toLowerCase()}`);
  const wanted = tidy(row.name, 100) || `project ${row.id}`.slice(0, 100);
  const name = freeName(wanted, isTaken, (each, n) => `${[...each].slice(0, 92).join("")} (${n})`);
  if (name !== wanted) change(`its developer has another project called ${wanted}, whatever the case: it is called ${name}`);
  else if (name !== row.name?.trim()) change(`its name does not fit: it is called ${name}`);
  names.add(`${developer} ${name.toLowerCase()}`);
  const status = wordOf(row.status);
  if (!["", "active", "suspended"].includes(status)) change(`it is ${status} there: it is active here`);
  return { oldId: row.id, developerOldId, name, createdAt: momentOf(row.createdAt) ?? known.now };
}
