import type { Context } from "../platform/action.ts";
import { databaseOf } from "../tenants/index.ts";
import { recordLevels } from "../usage/index.ts";
import { getSources } from "./actions.ts";
import * as queries from "./queries.ts";
import { effectiveLimits, isReached } from "./rules.ts";

/** How many databases one run measures: about a second's work. */
const atOnce = 500;

/** Measures the databases that are due, and tells every process of those that crossed their cap, either way. */
export async function measureDue(context: Context) {
  await measure(context, await queries.listTenantsToMeasure(context.db, context.now, atOnce));
}

/** Measures one project's database now, because its cap was changed. */
export async function measureProject(context: Context, { projectId }: { projectId: string }) {
  await measure(context, await queries.listReadyTenants(context.db, [projectId]));
}

async function measure(context: Context, tenants: readonly queries.Measured[]) {
  if (tenants.length === 0) return;
  const { db, cell, now } = context;
  const names = tenants.map(({ tenantId }) => databaseOf(tenantId));
  const found = await cell.asProvisioner(undefined, (provisioner) => queries.listSizes(provisioner, names));
  const bytesOf = new Map(found.map(({ database, bytes }) => [database, bytes ?? 0]));
  const sizes = tenants.map((tenant) => ({ ...tenant, bytes: bytesOf.get(databaseOf(tenant.tenantId)) ?? 0 }));
  await queries.recordSizes(db, sizes, now);
  await recordLevels(db, "database_bytes", sizes, now);
  for (const size of sizes) if (size.bytes !== size.databaseBytes) await announceCrossing(context, size);
}

async function announceCrossing(context: Context, { projectId, databaseBytes, bytes }: queries.Measured & { bytes: number }) {
  const { limits } = effectiveLimits(await getSources(context, projectId), Date.parse(context.now));
  const cap = limits.database_bytes.limit;
  if (isReached(cap, databaseBytes) === isReached(cap, bytes)) return;
  context.announce(projectId);
  await context.enqueue("warnProject", { projectId }, { key: `warnProject:${projectId}` });
  await context.enqueue("enforceProjectLimits", { projectId }, { key: `enforceProjectLimits:${projectId}` });
}
