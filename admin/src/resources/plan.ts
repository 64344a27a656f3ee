import type { Engine } from "@nextmavens/api/platform/action";
import type { Store } from "@nextmavens/api/platform/db/store";
import type { StaffRole } from "@nextmavens/api/platform/permission";
import type { Column, MadeAt, Table } from "../adapter/index.ts";
import type { Visit } from "../door/member.ts";
import type { ColumnSight, FilterKind, Look, ResourceSight, Row, StandingSight } from "../sight.ts";
import type { Offered } from "./offer.ts";
import type { States } from "./states.ts";

export interface ColumnPlan {
  readonly name: string;
  readonly look?: Look;
  readonly label?: string;
  /** Not of the table: told by `enrich`. */
  readonly isDerived?: boolean;
  /** Takes what room the other columns leave. */
  readonly isWide?: boolean;
  /** Values there are: one that is typed whole is asked for alone, where a part of it asks for all that have it. */
  readonly known?: readonly string[];
}

/** How the console shows a table, and what it offers there. */
export interface Plan {
  readonly table: string;
  readonly title: string;
  readonly one: string;
  /** The part of the menu, by what one comes for. */
  readonly group: "Projects" | "Developers" | "Limits" | "Flags" | "Staff" | "System";
  readonly about: string;
  readonly empty: string;
  readonly readableBy: StaffRole;
  /** Who takes it out as a file, where to read it is not enough. */
  readonly exportableBy?: StaffRole;
  /** The column a record is called by. */
  readonly titledBy: string;
  /** What its page is called, where its own words do not suffice. */
  readonly titleOf?: (row: Row, project: string) => string;
  readonly columns: readonly ColumnPlan[];
  /** Looks and labels of columns that only the record's own page shows. */
  readonly details?: readonly ColumnPlan[];
  readonly sort: { readonly by: string; readonly direction: "asc" | "desc" };
  readonly madeAt?: MadeAt;
  /** Columns that `enrich` needs for a list beside those that are shown. */
  readonly needs?: readonly string[];
  readonly enrich?: (
    rows: readonly Row[],
    from: { readonly reads: Store; readonly now: string },
  ) => Promise<readonly Row[]> | readonly Row[];
  /** The words of a derived `state` that lists can be narrowed to. */
  readonly states?: States;
  /** How things stand that its rows do not tell. */
  readonly standing?: (engine: Engine, visit: Visit) => Promise<StandingSight>;
  readonly offers?: readonly Offered[];
  readonly page?: NonNullable<ResourceSight["page"]>;
}

/** A plan beside the table it shows, checked against what the database says. */
export interface Shown {
  readonly plan: Plan;
  readonly table: Table;
  /** Whether it may be taken out depends on the reader. */
  readonly sight: Omit<ResourceSight, "mayExport">;
}

export function show(plan: Plan, table: Table): Shown {
  const special = new Map([...(plan.details ?? []), ...plan.columns].map((each) => [each.name, each]));
  const readable = table.relation.columns.map(({ name }): ColumnPlan => special.get(name) ?? { name });
  const derived = plan.columns.filter(({ isDerived }) => isDerived);
  const sight: Shown["sight"] = {
    id: table.id(),
    title: plan.title,
    one: plan.one,
    group: plan.group,
    about: plan.about,
    empty: plan.empty,
    key: table.relation.key,
    columns: plan.columns.map((each) => sightOf(each, table, plan)),
    details: [...derived, ...readable].map((each) => sightOf(each, table, plan)),
    sort: plan.sort,
    acts: (plan.offers ?? []).map(({ sight: act }) => act),
    ...(plan.page ? { page: plan.page } : {}),
  };
  return { plan, table, sight };
}

function sightOf({ name, look, label, isDerived, isWide, known }: ColumnPlan, table: Table, { states }: Plan): ColumnSight {
  const column = table.column(name);
  if (!column && !isDerived) throw new Error(`the console may not read ${table.id()}.${name}`);
  const words = isDerived && name === "state" && states ? Object.keys(states) : undefined;
  const filter = words ? "choice" : column && filterOf(column);
  const choices = words ?? column?.choices;
  return {
    name,
    label: label ?? labelOf(name),
    look: look ?? (column ? lookOf(column, table) : "text"),
    isWide: isWide ?? look === "note",
    sortable: column !== undefined && column.kind !== "json" && !column.isArray,
    ...(filter ? { filter } : {}),
    ...(choices ? { choices } : {}),
    ...(known ? { known } : {}),
    ...(column?.comment ? { hint: column.comment } : {}),
  };
}

const looks: Readonly<Partial<Record<Column["kind"], Look>>> = { time: "time", boolean: "yes-no", number: "count", json: "code" };
const filters: Readonly<Partial<Record<Column["kind"], FilterKind>>> = { time: "time", date: "time", boolean: "yes-no", number: "number" };

const lookOf = ({ name, kind, isArray, choices, refersTo }: Column, table: Table): Look => {
  if (isArray) return "list";
  if (refersTo || name === table.relation.key) return "id";
  if (choices) return "badge";
  return looks[kind] ?? "text";
};

const filterOf = ({ kind, isArray, choices }: Column): FilterKind | undefined => {
  if (choices && !isArray) return "choice";
  if (isArray || kind === "json") return "text";
  return kind === "bytes" ? undefined : (filters[kind] ?? "text");
};

/** `last_used_at` → "Last used", `project_id` → "Project". */
const labelOf = (name: string) => {
  const words = name.replace(/_(at|id)$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
