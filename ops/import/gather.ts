import type { Store } from "@nextmavens/api/platform/db/store";
import type pg from "pg";
import { checkTable, strayNames, type TableCheck } from "./check.ts";
import type { Ledger } from "./ledger.ts";
import type { Options } from "./options.ts";
import type { ImportedKind, Known, Rows } from "./plan/index.ts";
import * as queries from "./queries.ts";
import { countRows, readTable } from "./read.ts";
import { type RowOf, type TableName, tableNames } from "./source.ts";

export type Checks = Readonly<Record<TableName, TableCheck>>;

/** Compares every table that is wanted with what it is taken to look like. */
export async function checkAll(client: pg.Client, { schema, words, only }: Options): Promise<Checks> {
  const stray = strayNames(words.columns, tableNames);
  if (stray.length > 0)
    throw new Error(`--map names columns that nothing is known of: ${stray.join(", ")}; --describe lists those that are`);
  const checks: [TableName, TableCheck][] = [];
  for (const table of tableNames) checks.push([table, await checkTable(client, schema, table, words.columns)]);
  if (only.every((table) => checks.some(([name, { isThere }]) => name === table && !isThere)))
    throw new Error(`none of the tables ${only.join(", ")} is in the schema ${schema} of that database, or its login may not read them`);
  return Object.fromEntries(checks) as Checks;
}

export async function readAll(client: pg.Client, checks: Checks, { schema, only }: Options): Promise<Rows> {
  const read = async <Name extends TableName>(table: Name): Promise<RowOf<Name>[]> =>
    only.includes(table) ? readTable(client, schema, checks[table], table) : [];
  const { rows: schemas } = await client.query<{ name: string }>("select nspname::text as name from pg_namespace");
  return {
    schemas: new Set(schemas.map(({ name }) => name)),
    developers: await read("developers"),
    projects: await read("projects"),
    tenants: await read("tenants"),
    api_keys: await read("api_keys"),
    project_quotas: await read("project_quotas"),
    suspensions: await read("suspensions"),
    manual_overrides: await read("manual_overrides"),
    feature_flags: await read("feature_flags"),
  };
}

/** The old log is only counted: it is taken in portions, and nothing of it is judged. */
export async function countAuditLogs(client: pg.Client, store: Store, checks: Checks, options: Options, ledger: Ledger): Promise<void> {
  if (!options.only.includes("audit_logs")) return;
  const { rows, ids } = await countRows(client, options.schema, checks.audit_logs);
  const already = Math.min(ids, await store.transact("platform", (db) => queries.countAuditLogs(db, options.source)));
  ledger.count("audit_logs", "found", rows);
  ledger.count("audit_logs", "already", already);
  ledger.count("audit_logs", "taken", ids - already);
  if (rows > ids) ledger.refused("audit_logs", `${rows - ids} rows`, "they have no id, or that of another row");
}

/** What this platform has already. */
export const gatherKnown = (store: Store, source: string, digests: readonly string[]): Promise<Known> =>
  store.transact("platform", async (db) => ({
    imported: byKind(await queries.listImported(db, source)),
    emails: new Set(await queries.listEmails(db)),
    projectNames: new Set(await queries.listProjectNames(db)),
    deleted: new Set(await queries.listDeleted(db)),
    plans: new Set(await queries.listPlans(db)),
    flags: new Set(await queries.listFlagKeys(db)),
    suspended: new Set(await queries.listSuspended(db)),
    quotas: new Set(await queries.listQuotas(db)),
    digests: new Set(await queries.listDigests(db, digests)),
    now: new Date().toISOString(),
  }));

/** The hashes that can be looked for; what is none is refused later. */
export const digestsIn = (rows: Rows): string[] =>
  rows.api_keys.flatMap(({ digest }) => (digest !== null && /^[0-9a-f]{64}$/i.test(digest.trim()) ? [digest.trim().toLowerCase()] : []));

function byKind(rows: readonly { kind: string; oldId: string; newId: string }[]): Known["imported"] {
  const groups = Map.groupBy(rows, ({ kind }) => kind as ImportedKind);
  return new Map([...groups].map(([kind, each]) => [kind, new Map(each.map(({ oldId, newId }) => [oldId, newId]))]));
}
