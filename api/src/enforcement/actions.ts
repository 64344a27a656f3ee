import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { effectiveLimits, getSources, isReached } from "../quotas/index.ts";
import { imposeAutomatically, liftAutomatically } from "../suspensions/index.ts";
import * as queries from "./queries.ts";
import { consequences, type Enforced, enforced, statementOf } from "./rules.ts";

/** How many projects one run looks at. */
const atOnce = 500;
/** Who lifts by hand what a limit led to, gives the owner so long to make room. */
const pardonMs = 24 * 3_600_000;

/** Has each project looked at that may have to be restricted, or released; one that fails holds up no other. */
export async function enforceLimits({ db, enqueue, now }: Context) {
  for (const { id } of await queries.listSuspects(db, now, atOnce)) {
    await enqueue("enforceProjectLimits", { projectId: id }, { key: `enforceProjectLimits:${id}` });
  }
}

/** Imposes what a reached limit leads to, and lifts what one that is no longer reached had led to. */
export async function enforceProjectLimits(context: Context, { projectId }: { projectId: string }) {
  const { status } = await getProject(context, { projectId });
  const level = await queries.findBytes(context.db, projectId);
  if (!level || status !== "active") return;
  const { limits } = effectiveLimits(await getSources(context, projectId), Date.parse(context.now));
  for (const metric of enforced) await enforce(context, { projectId, metric, used: level.bytes, by: limits[metric] });
}

interface Measured {
  readonly projectId: string;
  readonly metric: Enforced;
  readonly used: number;
  readonly by: Parameters<typeof statementOf>[2];
}

async function enforce(context: Context, { projectId, metric, used, by }: Measured) {
  const cause = { cause: "quota", causeId: metric } as const;
  if (!isReached(by.limit, used)) {
    await liftAutomatically(context, { projectId, ...cause, reason: "the project is under its limit again" });
    return;
  }
  const pardonedSince = new Date(Date.parse(context.now) - pardonMs).toISOString();
  if (await queries.wasPardoned(context.db, projectId, metric, pardonedSince)) return;
  const found = { metric, used, limit: by.limit, source: by.source };
  const statement = statementOf(projectId, used, by);
  await imposeAutomatically(context, { projectId, ...cause, level: consequences[metric], reason: "quota", statement, endsAt: null, found });
}
