import type { Parts } from "@nextmavens/api/entry/parts";
import { type Action, perform } from "@nextmavens/api/platform/action";
import { newId } from "@nextmavens/api/platform/ids";
import { activate } from "@nextmavens/api/projects";
import { databaseOf, loginOf, openSecrets, provision } from "@nextmavens/api/tenants";
import * as actions from "./actions.ts";
import type { Turn } from "./here.ts";
import type { Ledger } from "./ledger.ts";
import type { Options } from "./options.ts";
import type { Plan, ProjectWork } from "./plan/index.ts";
import { messageOf, type Present } from "./present.ts";
import type { Progress } from "./progress.ts";
import * as queries from "./queries.ts";
import type { TableName } from "./source.ts";
import { copySchema, forgetMark, type Programs, type TenantCopy } from "./tenant/index.ts";

export interface Applying {
  readonly parts: Parts;
  readonly present: Present;
  readonly options: Options;
  readonly ledger: Ledger;
  readonly progress: Progress;
  /** A sentence where there are none, for each schema that can't be copied therefore. */
  readonly programs: Programs | string;
  readonly turn: Turn;
}

/** What was copied of a project's schema. */
export interface CopiedTenant extends TenantCopy {
  readonly schema: string;
  readonly project: string;
}

/** Does what was planned, a developer or a project at a time. What fails is told and left for the next run; nothing else waits for it. */
export class Application {
  readonly copied: CopiedTenant[] = [];
  readonly #given: Applying;
  /** One for the whole run, by which its entries are found in the audit log. */
  readonly #requestId = newId("request");

  constructor(given: Applying) {
    this.#given = given;
  }

  async run(plan: Plan): Promise<void> {
    const { progress, options, present } = this.#given;
    await this.act("importPlatform", actions.rememberSource, { source: options.source, address: present.address });
    progress.begin("developers", plan.developers.length);
    for (const item of plan.developers) {
      await this.#try("developers", [item.oldId], () =>
        this.act("adoptDeveloper", actions.takeDeveloper, { source: options.source, ...item }),
      );
      progress.step(item.account.email);
    }
    progress.end();
    progress.begin("projects", plan.projects.length);
    for (const work of plan.projects) {
      await this.#takeProject(work);
      progress.step(work.name);
    }
    progress.end();
    progress.begin("flags", plan.flags.length);
    for (const item of plan.flags) {
      await this.#try("feature_flags", [item.oldId], () => this.act("setFlag", actions.takeFlag, { source: options.source, ...item }));
      progress.step(item.key);
    }
    progress.end();
  }

  /** Performs an action as the job `import`. */
  act<Input, Output>(operation: string, action: Action<Input, Output>, input: Input, changes = true): Promise<Output> {
    const request = { id: this.#requestId, address: undefined, userAgent: undefined };
    return perform(
      this.#given.parts.engine,
      { operation: { id: operation, changes }, actor: { kind: "job", id: "import" }, request },
      action,
      input,
    );
  }

  /** Limits and sanctions before rows, keys last: nothing can be used before all that bounds it is there. */
  async #takeProject(work: ProjectWork): Promise<void> {
    const projectId = await this.#makeProject(work);
    if (projectId === undefined) return this.#giveUp(work, ["limits", "tenant", "keys"], "its project could not be taken");
    if (!(await this.#takeLimits(work, projectId)))
      return this.#giveUp(work, ["tenant", "keys"], "the project's limits could not be taken");
    if (!(await this.#copyTenant(work, projectId))) return this.#giveUp(work, ["keys"], "it waits for the project's schema");
    if (work.keys.length === 0) return;
    const { source } = this.#given.options;
    await this.#try("api_keys", idsOf(work.keys), () => this.act("adoptKey", actions.takeKeys, { source, projectId, keys: work.keys }));
  }

  async #makeProject({ oldId, project }: ProjectWork): Promise<string | undefined> {
    const { parts, options } = this.#given;
    const made = await this.#try("projects", project === undefined ? [] : [oldId], async () => {
      const { source } = options;
      if (project !== undefined) await this.act("adoptProject", actions.takeProject, { source, ...project });
      const projectId = await parts.store.transact("platform", (db) => queries.findImported(db, source, "project", oldId));
      return projectId ?? Promise.reject(new Error("it is not there"));
    });
    return made;
  }

  async #takeLimits({ quotas, overrides, suspensions }: ProjectWork, projectId: string): Promise<boolean> {
    if (quotas.length + overrides.length + suspensions.length === 0) return true;
    const { source } = this.#given.options;
    try {
      await this.act("adoptLimits", actions.takeLimits, { source, projectId, quotas, overrides, suspensions });
      return true;
    } catch (error) {
      this.#fail(limitsOf({ quotas, overrides, suspensions }), briefly(error));
      return false;
    }
  }

  async #copyTenant({ tenant, name }: ProjectWork, projectId: string): Promise<boolean> {
    if (tenant === undefined) return true;
    const { schema } = tenant;
    const copy = await this.#try("tenants", [schema], () => this.#copy(schema, projectId));
    if (copy !== undefined) this.copied.push({ schema, project: name, ...copy });
    return copy !== undefined;
  }

  async #copy(schema: string, projectId: string): Promise<TenantCopy> {
    const { parts, present, options, programs, turn } = this.#given;
    if (typeof programs === "string") throw new Error(programs);
    const { tenantId, password } = await this.#readyTenant(projectId);
    const taken = { source: options.source, projectId, schema, tenantId };
    const { host, port, ssl } = parts.server;
    const user = loginOf(tenantId, "owner");
    const target = { host, port, ssl, database: databaseOf(tenantId), user, password };
    await this.act("beginTenantImport", actions.beginTenant, taken);
    const copy = await turn.atLength(user, () =>
      copySchema({ present, programs, schema, target, rewritesFunctions: options.rewritesFunctions }),
    );
    await this.act("importTenant", actions.endTenant, { ...taken, copy });
    await forgetMark(target);
    return copy;
  }

  /** Builds the tenant where the run that ordered it died, or its server was busy. */
  async #readyTenant(projectId: string): Promise<{ tenantId: string; password: string }> {
    const { parts } = this.#given;
    const find = () => parts.store.transact("platform", (db) => queries.findTenant(db, projectId));
    const before = await find();
    if (before?.state === "requested") {
      await this.act("provisionTenant", provision, { tenantId: before.id }, false);
      await this.act("activateProject", activate, { projectId }, false);
    }
    const tenant = before?.state === "ready" ? before : await find();
    if (tenant?.state !== "ready" || tenant.secretsSealed === null) throw new Error("the project has no database");
    return { tenantId: tenant.id, password: openSecrets(parts.vault, tenant.id, tenant.secretsSealed).owner };
  }

  async #try<T>(table: TableName, ids: readonly string[], work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#fail(
        ids.map((id) => [table, id] as const),
        briefly(error),
      );
      return undefined;
    }
  }

  #giveUp(work: ProjectWork, parts: readonly ("limits" | "tenant" | "keys")[], why: string): void {
    const of = {
      limits: limitsOf(work),
      tenant: work.tenant === undefined ? [] : [["tenants", work.tenant.schema] as const],
      keys: idsOf(work.keys).map((id) => ["api_keys", id] as const),
    };
    this.#fail(
      parts.flatMap((part): readonly (readonly [TableName, string])[] => of[part]),
      why,
    );
  }

  #fail(rows: readonly (readonly [TableName, string])[], why: string): void {
    for (const [table, id] of rows) this.#given.ledger.failed(table, id, why);
  }
}

const idsOf = (items: readonly { readonly oldId: string }[]) => items.map(({ oldId }) => oldId);

const limitsOf = ({
  quotas,
  overrides,
  suspensions,
}: Pick<ProjectWork, "quotas" | "overrides" | "suspensions">): (readonly [TableName, string])[] => [
  ...quotas.map(({ kind, oldId }) => [kind === "project_quota" ? "project_quotas" : "manual_overrides", oldId] as const),
  ...idsOf(overrides).map((id) => ["manual_overrides", id] as const),
  ...idsOf(suspensions).map((id) => ["suspensions", id] as const),
];

const longestWhy = 600;

/** What PostgreSQL says of a row holds the row: that is the customer's and stays out of reports. */
const briefly = (error: unknown): string =>
  messageOf(error)
    .split("\n")
    .filter((line) => !/^\s*(DETAIL|CONTEXT):/.test(line.replace(/^pg_\w+: /, "")))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .slice(0, longestWhy);
