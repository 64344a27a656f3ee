import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { changed, isMuchLess, type Metric, refuse as refuseQuota, refuseUnconfirmedForMany, weighForMany } from "../quotas/index.ts";
import { maximaNames, type Plan, refuse, type setDeveloperPlan, type setPlan, type setPlanLimit } from "./contract.ts";
import * as queries from "./queries.ts";
import { everyPlan } from "./rules.ts";

export async function list({ db }: Context) {
  return { items: await queries.list(db) };
}

/** The plan of who asks. */
export async function getOwn({ db, actor }: Context) {
  const own = await queries.findOwn(db, actor.id);
  if (!own) throw refuse("plan_not_found");
  const { revision: _, ...shown } = own;
  return shown;
}

/** Sets what is said, and leaves the rest; in force on every process within moments. */
export async function set(context: Context, { plan, reason, confirm = false, ...given }: InputOf<typeof setPlan>): Promise<Plan> {
  const before = await findForChange(context, plan);
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const after = { ...before, ...said };
  if (!confirm) await refuseUnconfirmed(context, before, after);
  await queries.set(context.db, after, context.now);
  return noteChange(context, before, reason);
}

/** Sets one limit of a plan; in force on every process within moments. */
export async function setLimit(
  context: Context,
  { plan, metric, limit, reason, confirm = false }: InputOf<typeof setPlanLimit>,
): Promise<Plan> {
  const before = await findForChange(context, plan);
  const lowered = { metric, before: limitOf(before, metric), limit, isConfirmed: confirm };
  const projects = await queries.listLimitedBy(context.db, plan, metric);
  await refuseUnconfirmedForMany(context, { ...lowered, projects, of: `that the plan ${plan} limits` });
  await queries.setLimit(context.db, plan, metric, limit);
  await queries.set(context.db, before, context.now);
  return noteChange(context, before, reason);
}

/** Puts a developer on another plan: their projects are limited by it from now on. */
export async function setForDeveloper(context: Context, { developerId, plan, reason, confirm }: InputOf<typeof setDeveloperPlan>) {
  const { db, now } = context;
  await queries.lock(db, plan);
  const wanted = await queries.find(db, plan);
  if (!wanted) throw refuse("plan_not_found");
  const before = await queries.lockDeveloper(db, developerId);
  if (!before) throw refuse("developer_not_found");
  if (context.ifMatch !== undefined && context.ifMatch !== before.revision) throw refuse("edited_meanwhile");
  const present = await queries.find(db, before.plan);
  if (!confirm && present) await refuseUnconfirmedMove(context, developerId, present, wanted);
  await queries.setDeveloperPlan(db, developerId, plan, now);
  const after = { developerId, plan, revision: before.revision + 1 };
  context.audit({ target: developerId, developerId, reason, before, after });
  for (const { id } of await queries.listProjects(db, developerId)) await changed(context, id, "database_bytes");
  return after;
}

const limitOf = ({ limits }: Plan, metric: Metric) => limits.find((each) => each.metric === metric)?.limit ?? 0;

/** What a plan allows altogether sinks by much, or below what developers have, only for who has seen whom that hits. */
async function refuseUnconfirmed(context: Context, before: Plan, after: Plan) {
  const { lowered, isMuch, consequences } = weighMaxima(before, after);
  const developers = after.projectsMax < before.projectsMax ? await queries.countAbove(context.db, after.id, after.projectsMax) : 0;
  if (developers === 0 && !isMuch) return;
  const above =
    developers > 0
      ? [`${developers} ${developers === 1 ? "developer has" : "developers have"} more projects than that; what there is stays.`]
      : [];
  throw refuseQuota("confirmation_needed", {
    details: { lowered, developersAbove: developers, consequences: [...consequences, ...above] },
  });
}

/** A plan that gives a developer much less, or less than their projects use, only for who has seen which of them that hits. */
async function refuseUnconfirmedMove(context: Context, developerId: string, before: Plan, after: Plan) {
  const maxima = weighMaxima(before, after);
  const projects = (await queries.listProjects(context.db, developerId)).length;
  const isAbove = after.projectsMax < before.projectsMax && projects > after.projectsMax;
  const above = isAbove ? [`They have ${projects} projects, more than that; what there is stays.`] : [];
  const limits = [];
  for (const { metric, limit } of after.limits) {
    const limited = await queries.listLimitedOf(context.db, developerId, metric);
    const of = `of this developer for ${metric.replaceAll("_", " ")}`;
    const weighed =
      limited.length > 0 && (await weighForMany(context, { metric, before: limitOf(before, metric), limit, projects: limited, of }));
    if (weighed) limits.push(weighed);
  }
  if (!isAbove && !maxima.isMuch && limits.length === 0) return;
  const told = limits.map(({ consequences, ...each }) => each);
  const [hit, spared] = [limits.filter(({ hitCount }) => hitCount > 0), limits.filter(({ hitCount }) => hitCount === 0)];
  const lower = spared.map(({ metric }) => metric.replaceAll("_", " ")).join(", ");
  const others = spared.length > 0 ? [`Sink as well, where none of their projects used more in the last 7 days: ${lower}.`] : [];
  const consequences = [...hit.flatMap((each) => each.consequences), ...above, ...maxima.consequences, ...others];
  throw refuseQuota("confirmation_needed", { details: { lowered: maxima.lowered, limits: told, projects, consequences } });
}

function weighMaxima(before: Plan, after: Plan) {
  const lowered = maximaNames
    .map((name) => ({ name, before: before[name], limit: after[name] }))
    .filter((each) => each.limit < each.before);
  const figure = (value: number) => value.toLocaleString("en");
  const consequences = lowered.map(({ name, before: from, limit }) => `${name} sinks from ${figure(from)} to ${figure(limit)}.`);
  return { lowered, isMuch: lowered.some(isMuchLess), consequences };
}

async function findForChange({ db, ifMatch }: Context, id: string): Promise<Plan> {
  await queries.lock(db, id);
  const plan = await queries.find(db, id);
  if (!plan) throw refuse("plan_not_found");
  if (ifMatch !== undefined && plan.revision !== ifMatch) throw refuse("edited_meanwhile");
  return plan;
}

async function noteChange(context: Context, before: Plan, reason: string): Promise<Plan> {
  const after = await queries.find(context.db, before.id);
  if (!after) throw refuse("plan_not_found");
  context.audit({ target: `plan:${before.id}`, reason, before, after });
  context.announce(everyPlan);
  return after;
}
