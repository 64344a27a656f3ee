import { perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import { listForStaff, listProjectQuotas } from "@nextmavens/api/quotas";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, recordsOf, type Sources } from "../resources/answers.ts";
import type { LimitSight, Names, ProjectPageSight, RecordAnswer, RecordSight } from "../sight.ts";

/** What a project's page shows beside the record: everything that staff look for first. */
export async function projectPageOf(
  sources: Sources,
  visit: Visit,
  { record, names }: RecordAnswer,
): Promise<{ page: ProjectPageSight; names: Names }> {
  const [limits, keys, suspensions, overrides, audit, tenant] = await Promise.all([
    limitsOf(sources, visit, record.id),
    newestOf(sources, visit, "api_keys", record.id, 12),
    newestOf(sources, visit, "suspensions", record.id, 3),
    newestOf(sources, visit, "manual_overrides", record.id, 5),
    newestOf(sources, visit, "audit_logs", record.id, 10),
    tenantOf(sources, record.id),
  ]);
  const rows = [...keys, ...suspensions, ...overrides, ...audit].map(({ params }) => params);
  const page = {
    limits,
    keys,
    suspension: suspensions.find(({ params }) => params["state"] === "in force" || params["state"] === "scheduled"),
    overrides: overrides.filter(({ params }) => params["state"] === "in force" || params["state"] === "scheduled"),
    audit,
    tenant,
  };
  return { page, names: { ...names, ...(await namesIn(sources, rows)) } };
}

async function limitsOf({ engine }: Sources, visit: Visit, projectId: string): Promise<readonly LimitSight[]> {
  const call = { operation: listProjectQuotas, actor: visit.actor, request: visit.request };
  return (await perform(engine, call, listForStaff, { projectId })).items;
}

const Tenant = z.object({ state: z.string(), databaseBytes: z.number(), measuredAt: z.string().nullable() });

const tenantOf = ({ reads }: Sources, projectId: string) =>
  reads.transact("platform", (db) =>
    db.maybe(
      Tenant,
      sql`select state, database_bytes as "databaseBytes", measured_at as "measuredAt" from tenants where project_id = ${projectId}`,
    ),
  );

/** The newest rows of a table that belong to the project. */
async function newestOf(
  sources: Sources,
  visit: Visit,
  tableName: string,
  projectId: string,
  limit: number,
): Promise<readonly RecordSight[]> {
  const resource = sources.shown.get(tableName);
  const column = resource?.table.column("project_id");
  if (!resource || !column) return [];
  const columns = resource.sight.details.filter(({ look }) => look !== "code").map(({ name }) => name);
  const rows = await resource.table.rows({
    wishes: [[column, projectId]],
    sort: { by: resource.sight.key, direction: "desc" },
    columns,
    limit,
    offset: 0,
  });
  return recordsOf(sources, resource, visit, rows);
}
