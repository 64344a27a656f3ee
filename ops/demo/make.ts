import { sql } from "@nextmavens/api/platform/db/sql";
import { performJob } from "@nextmavens/api/platform/jobs";
import { jobs as quotaJobs } from "@nextmavens/api/quotas";
import { jobs as usageJobs } from "@nextmavens/api/usage";
import { actOn } from "./acts.ts";
import { addFlag } from "./flags.ts";
import type { Ground } from "./ground.ts";
import { addDeveloper, addStaff, People } from "./people.ts";
import type { WorldPlan } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { addProject, announceTo, nameOf } from "./projects.ts";
import { DemoRecord } from "./record.ts";
import { readPlanLimits, tellUsage } from "./usage.ts";
import { planWorld } from "./world.ts";

export interface Wish {
  /** The world that is there already, or 1. */
  readonly seed?: number | undefined;
  readonly scale?: number | undefined;
  /** Asked before anything is made where others have something already. */
  readonly agree: () => Promise<boolean>;
}

export interface Demo {
  readonly record: DemoRecord;
  readonly plan: WorldPlan;
  /** Whether anything was missing. */
  readonly hasChanged: boolean;
}

/** Makes the demo's world, or what is missing of it. Nothing comes back if that was not agreed to. */
export async function makeDemo(ground: Ground, wish: Wish, progress: Progress): Promise<Demo | undefined> {
  const found = await DemoRecord.find(ground.owner);
  if (found) demandSame(found, wish);
  else if (!(await wish.agree())) return undefined;
  const { seed = 1, scale = 1 } = wish;
  const madeAt = ground.engine.clock().toISOString();
  const record = found ?? (await DemoRecord.begin(ground.owner, { seed, scale, madeAt }));
  const plan = planWorld(record.world.seed, record.world.scale);
  const hasChanged = (await record.setGoneAside()) > 0 || !record.world.isFinished;
  if (hasChanged) await complete(ground, record, plan, progress);
  await continueUsage(ground, record, plan, progress);
  if (hasChanged) await letPlannerLook(ground);
  return { record, plan, hasChanged };
}

/** Weeks of usage come at once: until PostgreSQL looks by itself, pages that sum them would wait for plans made for nothing. */
const letPlannerLook = ({ owner }: Ground) =>
  owner.transact("platform", (db) =>
    db.run(sql`analyze developers, projects, project_quotas, manual_overrides, usage_metrics, usage_hours`),
  );

function demandSame({ world }: DemoRecord, { seed = world.seed, scale = world.scale }: Wish): void {
  if (seed === world.seed && scale === world.scale) return;
  throw new Error(
    `a demo world of seed ${world.seed} is here already${world.scale === 1 ? "" : ` (scale ${world.scale})`}: remove it first, by npm run demo -- --remove`,
  );
}

/** As many at once as the platform builds databases at once. */
const atOnce = 4;

async function complete(ground: Ground, record: DemoRecord, plan: WorldPlan, progress: Progress): Promise<void> {
  await record.finish(false);
  const people = new People(ground);
  const [admin = [], others = []] = [plan.staff.slice(0, 1), plan.staff.slice(1)];
  for (const first of admin) await addStaff(ground, record, people, first);
  await progress.part("members of staff", others, 1, (each) => addStaff(ground, record, people, each));
  await progress.part("feature flags", plan.flags, 1, (each) => addFlag(ground, record, people, each));
  await progress.part("developers", plan.developers, atOnce, (each) => addDeveloper(ground, record, people, each));
  await progress.part("projects with tables and rows", plan.projects, atOnce, (each) => addProject(ground, record, people, each));
  const special = plan.projects.filter(
    (each) => each.quotas.length + each.overrides.length + each.suspensions.length > 0 || each.purge || each.isDeleted,
  );
  await progress.part("projects with quotas, overrides, sanctions", special, atOnce, (each) => actOn(ground, record, people, each));
  // Limits on bytes are judged by what was measured.
  await doSoon(ground, "measureDatabases");
  await announceTo(ground, projectIdsOf(record, plan));
  await record.finish(true);
}

/** Does now what the platform's jobs do within minutes. */
async function doSoon({ engine }: Ground, id: string): Promise<void> {
  const job = [...quotaJobs, ...usageJobs].find((each) => each.id === id);
  if (job) await performJob(engine, job, {});
}

/** Writes down what was used since it was last told of, at first of three weeks. */
export async function continueUsage(ground: Ground, record: DemoRecord, plan: WorldPlan, progress: Progress): Promise<void> {
  const limits = await readPlanLimits(ground);
  const now = ground.engine.clock().getTime();
  await progress.part("projects with usage until now", plan.projects, 2, (each) => tellUsage(ground, record, each, limits, now));
  await doSoon(ground, "sumUsageHours");
}

const projectIdsOf = (record: DemoRecord, plan: WorldPlan): string[] =>
  plan.projects.flatMap((each) => record.find("project", nameOf(each))?.id ?? []);
