import type { Context } from "../platform/action.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import { newId } from "../platform/ids.ts";
import { get as getProject } from "../projects/index.ts";
import { asOwner, ownerOf } from "../tenants/index.ts";
import { type Reclaimable, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { look, rewrite } from "./tables.ts";

interface Of {
  readonly projectId: string;
}

/** What reclaiming would free, and how the last one went. */
export async function read(context: Context, { projectId }: Of): Promise<Reclaimable> {
  await getProject(context, { projectId });
  const found = await asOwner(context, projectId, look).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    throw refuse("database_not_readable");
  });
  if (!found) throw refuse("database_not_there");
  return { ...found, last: (await queries.findLast(context.db, projectId)) ?? null };
}

/** Schedules a reclaim; one at a time of a project. */
export async function start(context: Context, { projectId }: Of) {
  const { db, now, actor } = context;
  await getProject(context, { projectId });
  if (!(await ownerOf(context, projectId))) throw refuse("database_not_there");
  const reclaim = await queries.insert(db, { id: newId("reclaim"), projectId, by: actor.id, now });
  if (!reclaim) throw refuse("reclaim_under_way");
  context.audit({ target: reclaim.id, projectId, after: { state: reclaim.state } });
  await context.enqueue("runReclaim", { reclaimId: reclaim.id }, { key: reclaim.id });
  return reclaim;
}

/** Rewrites a project's tables; outside any transaction, for it may take minutes. */
export async function run(context: Context, { reclaimId }: { reclaimId: string }) {
  const reclaim = await queries.begin(context.db, reclaimId, context.now);
  if (!reclaim) return;
  const login = await ownerOf(context, reclaim.projectId);
  const { cell, settings } = context;
  context.audit({ action: "runReclaim", target: reclaimId, projectId: reclaim.projectId, after: { state: "running" } });
  context.afterCommit(async (act) => {
    const nothing = { bytesBefore: null, bytesAfter: null, tables: [], problem: "the project has no database any more" };
    const outcome = login
      ? await cell
          .asTenantForLong(login, (db) => rewrite(db, settings.freeBytes))
          .then(
            (done) => ({ ...done, problem: null }),
            (error: unknown) => ({ ...nothing, problem: error instanceof Error ? error.message : "it failed" }),
          )
      : nothing;
    await act("finishReclaim", finish, { reclaimId, outcome });
  });
}

/** Writes down what came of it, and has the database measured: it may be under its cap now. */
export async function finish(context: Context, { reclaimId, outcome }: { reclaimId: string; outcome: queries.Outcome }) {
  const done = await queries.finish(context.db, reclaimId, outcome, context.now);
  if (!done) return;
  const { projectId, state, bytesBefore, bytesAfter } = done;
  context.audit({ action: "finishReclaim", target: reclaimId, projectId, after: { state, bytesBefore, bytesAfter } });
  await context.enqueue("measureDatabase", { projectId }, { key: `measureDatabase:${projectId}` });
}

/** A rewriting of all tables ends long before this. */
const staleMs = 4 * 3_600_000;

/** Takes up what is waiting without a job, and closes what a process that died had begun. */
export async function tidy(context: Context) {
  const { db, now, enqueue } = context;
  for (const { id } of await queries.listWaiting(db)) await enqueue("runReclaim", { reclaimId: id }, { key: id });
  const before = new Date(Date.parse(now) - staleMs).toISOString();
  for (const { id, projectId } of await queries.failStale(db, before, "it was cut off", now)) {
    context.audit({ action: "finishReclaim", target: id, projectId, after: { state: "failed" } });
  }
}
