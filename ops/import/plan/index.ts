/** What an import would do, decided from rows and from what is here, without touching anything. */
import type { Ledger } from "../ledger.ts";
import type { Options } from "../options.ts";
import type { RowOf, TableName } from "../source.ts";
import { type KeyItem, planKeys } from "./api-keys.ts";
import { type DeveloperItem, planDevelopers } from "./developers.ts";
import { type FlagItem, planFlags } from "./flags.ts";
import { type Known, newIdOf } from "./known.ts";
import { type OverrideItem, planLimits, type QuotaItem } from "./limits.ts";
import { type ProjectItem, planProjects } from "./projects.ts";
import { planSuspensions, type SuspensionItem } from "./suspensions.ts";
import { planTenants, type TenantItem } from "./tenants.ts";

export type { KeyItem } from "./api-keys.ts";
export { type AuditItem, auditItemOf } from "./audit-logs.ts";
export type { DeveloperItem } from "./developers.ts";
export type { FlagItem } from "./flags.ts";
export type { ImportedKind, Known } from "./known.ts";
export type { OverrideItem, QuotaItem } from "./limits.ts";
export type { ProjectItem } from "./projects.ts";
export type { SuspensionItem } from "./suspensions.ts";
export type { TenantItem } from "./tenants.ts";

/** The rows of all tables but the old audit log, which may be large. */
export type Rows = { readonly [Name in JudgedTable]: readonly RowOf<Name>[] } & {
  /** The names of all schemas there. */
  readonly schemas: ReadonlySet<string>;
};
type JudgedTable = Exclude<TableName, "audit_logs">;

/** All that is to be done for one project, in its order. */
export interface ProjectWork {
  readonly oldId: string;
  readonly name: string;
  /** Absent where the project is here already. */
  readonly project: ProjectItem | undefined;
  readonly quotas: readonly QuotaItem[];
  readonly overrides: readonly OverrideItem[];
  readonly suspensions: readonly SuspensionItem[];
  readonly tenant: TenantItem | undefined;
  readonly keys: readonly KeyItem[];
}

export interface Plan {
  readonly developers: readonly DeveloperItem[];
  readonly projects: readonly ProjectWork[];
  readonly flags: readonly FlagItem[];
}

/** `only` leaves tables out of what is done; what they would have brought counts as not there. */
export function makePlan(rows: Rows, known: Known, asked: Options, ledger: Ledger): Plan {
  const isWanted = (table: TableName) => asked.only.includes(table);
  const of = <Name extends JudgedTable>(table: Name): Rows[Name] => (isWanted(table) ? rows[table] : ([] as unknown as Rows[Name]));
  const developers = planDevelopers(of("developers"), known, asked.words, ledger);
  const developersComing = new Set([...developers.map(({ oldId }) => oldId), ...(known.imported.get("developer")?.keys() ?? [])]);
  const projects = planProjects(of("projects"), developersComing, known, ledger);
  const isDeleted = (oldId: string) => known.deleted.has(newIdOf(known, "project", oldId) ?? "");
  const coming = new Set([...projects.coming, ...(known.imported.get("project")?.keys() ?? [])].filter((oldId) => !isDeleted(oldId)));
  const limits = planLimits(
    { quotas: of("project_quotas"), overrides: of("manual_overrides"), projects: coming, words: asked.words },
    known,
    ledger,
  );
  const suspended = new Set(isWanted("suspensions") ? [...projects.suspended].filter((oldId) => coming.has(oldId)) : []);
  const suspensions = planSuspensions(of("suspensions"), { coming, suspended }, known, ledger);
  const tenants = planTenants(of("tenants"), coming, { control: asked.schema, all: rows.schemas }, known, ledger);
  const keys = planKeys(of("api_keys"), coming, asked, known, ledger);
  const flags = planFlags(of("feature_flags"), known, ledger);
  const ofProjects = {
    project: byProject(projects.items.map((item) => ({ ...item, projectOldId: item.oldId }))),
    quotas: byProject(limits.quotas),
    overrides: byProject(limits.overrides),
    suspensions: byProject(suspensions),
    tenant: byProject(tenants),
    keys: byProject(keys),
  };
  const work = [...coming].map(
    (oldId): ProjectWork => ({
      oldId,
      name: projects.names.get(oldId) ?? oldId,
      project: ofProjects.project(oldId)[0],
      quotas: ofProjects.quotas(oldId),
      overrides: ofProjects.overrides(oldId),
      suspensions: ofProjects.suspensions(oldId),
      tenant: ofProjects.tenant(oldId)[0],
      keys: ofProjects.keys(oldId),
    }),
  );
  return { developers, projects: work.filter(hasWork), flags };
}

function byProject<Item extends { readonly projectOldId: string }>(items: readonly Item[]): (oldId: string) => readonly Item[] {
  const groups = Map.groupBy(items, ({ projectOldId }) => projectOldId);
  return (oldId) => groups.get(oldId) ?? [];
}

const hasWork = ({ project, quotas, overrides, suspensions, tenant, keys }: ProjectWork) =>
  project !== undefined || tenant !== undefined || [quotas, overrides, suspensions, keys].some((items) => items.length > 0);

export const isEmpty = ({ developers, projects, flags }: Plan) => developers.length + projects.length + flags.length === 0;
