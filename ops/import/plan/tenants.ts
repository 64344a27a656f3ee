import type { Ledger } from "../ledger.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { wordOf } from "./values.ts";

export interface TenantItem {
  readonly schema: string;
  readonly projectOldId: string;
}

/** The schemas of the present platform's database, and which of them holds its control tables. */
export interface SchemasThere {
  readonly control: string;
  readonly all: ReadonlySet<string>;
}

type Row = RowOf<"tenants">;
const table = "tenants";

/** Which schemas come, by the old id of their project; one project has one, and one schema serves one project. */
export function planTenants(
  rows: readonly Row[],
  projects: ReadonlySet<string>,
  there: SchemasThere,
  known: Known,
  ledger: Ledger,
): TenantItem[] {
  const schemas = new Set<string>();
  const served = new Set<string>();
  ledger.count(table, "found", rows.length);
  const items: TenantItem[] = [];
  for (const { schema, projectId, status } of rows) {
    const id = schema ?? "(none)";
    const why = whyNot({ schema, projectId, status }, projects, there);
    if (why !== undefined || schema === null || projectId === null) ledger.refused(table, id, why ?? "it is empty");
    else if (schemas.has(schema)) ledger.refused(table, id, "another project's database comes from this schema already");
    else if (served.has(projectId)) ledger.refused(table, id, `the project ${projectId} has another schema already`);
    else {
      schemas.add(schema);
      served.add(projectId);
      const isHere = newIdOf(known, "tenant", schema) !== undefined;
      ledger.count(table, isHere ? "already" : "taken");
      if (!isHere) items.push({ schema, projectOldId: projectId });
    }
  }
  return items;
}

const gone = new Set(["deleted", "removed", "archived", "purged"]);
/** Schemas that every project's database has from the beginning, or that are nobody's. */
const reserved = /^(pg_.*|information_schema|public|extensions|nextmavens)$/;

function whyNot({ schema, projectId, status }: Row, projects: ReadonlySet<string>, { control, all }: SchemasThere): string | undefined {
  if (gone.has(wordOf(status))) return `it is ${wordOf(status)} there`;
  if (schema === null || schema === "") return "it names no schema";
  if (schema === control || reserved.test(schema)) return `the schema ${schema} can be no project's own`;
  if (!all.has(schema)) return `there is no schema ${schema} there`;
  if (projectId === null) return "it belongs to no project";
  if (!projects.has(projectId)) return `its project ${projectId} is not there, or is not taken`;
  return undefined;
}
