import { sql } from "@nextmavens/api/platform/db/sql";
import type { Client } from "@nextmavens/sdk";
import { dayMs, daysAfter, hourMs } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { type People, unless } from "./people.ts";
import type { OverridePlan, ProjectPlan, QuotaPlan, SuspensionPlan } from "./plan.ts";
import { nameOf } from "./projects.ts";
import type { DemoRecord } from "./record.ts";

/** A project that something is done about, at the moment that the plan's days are counted from. */
interface Case {
  readonly ground: Ground;
  readonly staff: Client;
  readonly projectId: string;
  readonly madeAt: number;
}

/** Does to a project what staff and its owner did: by their own logins, now; only then its times are put into the past. */
export async function actOn(ground: Ground, record: DemoRecord, people: People, plan: ProjectPlan): Promise<void> {
  const made = record.find("project", nameOf(plan));
  if (!made?.id || made.progress.isSettled) return;
  const about = { ground, staff: await people.staff("operator"), projectId: made.id, madeAt: Date.parse(record.world.madeAt) };
  for (const quota of plan.quotas) await setQuota(about, quota, made.progress.databaseBytes ?? 0);
  for (const override of plan.overrides) await override_(about, override);
  for (const suspension of plan.suspensions) await suspend(about, suspension);
  if (plan.purge) await askToPurge(about, plan, await people.staff("admin", "second"));
  if (plan.isDeleted) await remove(about, await people.developer(plan.owner));
  await record.note(made, { isSettled: true });
}

const bytesStep = 100_000;

async function setQuota({ ground, staff, projectId, madeAt }: Case, { metric, limit, reason, setAt }: QuotaPlan, databaseBytes: number) {
  const number = typeof limit === "number" ? limit : Math.round(databaseBytes / limit.usedShare / bytesStep) * bytesStep;
  const { id } = await staff.setProjectQuota({ projectId, metric, limit: number, reason, confirm: true });
  const at = daysAfter(madeAt, setAt);
  await ground.owner.transact("platform", (db) =>
    db.run(sql`update project_quotas set created_at = ${at}, updated_at = ${at} where id = ${id}`),
  );
}

/** One that has begun or is over begins as one that has not: nobody can set a limit for a time that has passed. */
async function override_({ ground, staff, projectId, madeAt }: Case, { metric, limit, reason, from, to, ended }: OverridePlan) {
  const { items } = await staff.listOverrides({ projectId });
  const startsAt = daysAfter(madeAt, from);
  const beginning = startsAt > new Date().toISOString() ? { startsAt } : {};
  const endsAt = to > 0 ? daysAfter(madeAt, to) : inAnHour();
  const { id } =
    items.find((each) => each.reason === reason) ??
    (await staff.addOverride({ projectId, metric, limit, reason, ...beginning, endsAt, confirm: true }));
  if (ended) await staff.endOverride({ overrideId: id, reason: ended.reason }).catch(unless("override_over", async () => undefined));
  await ground.owner.transact("platform", (db) =>
    db.run(sql`
      update manual_overrides
      set starts_at = ${startsAt}, ends_at = ${daysAfter(madeAt, to)}, created_at = least(created_at, ${startsAt}),
        ended_at = ${ended ? daysAfter(madeAt, ended.at) : null}
      where id = ${id}`),
  );
}

async function suspend({ ground, staff, projectId, madeAt }: Case, { reason, statement, from, to, lifted }: SuspensionPlan) {
  const { items } = await staff.listProjectSuspensions({ projectId });
  const endsAt = to === undefined ? undefined : to > 0 ? daysAfter(madeAt, to) : inAnHour();
  const { id } =
    items.find((each) => each.statement === statement) ??
    (await staff.suspendProject({ projectId, reason, statement, ...(endsAt !== undefined && { endsAt }) }));
  if (lifted)
    await staff.liftSuspension({ suspensionId: id, reason: lifted.reason }).catch(unless("suspension_over", async () => undefined));
  await ground.owner.transact("platform", (db) =>
    db.run(sql`
      update suspensions
      set starts_at = ${daysAfter(madeAt, from)}, ends_at = ${to === undefined ? null : daysAfter(madeAt, to)},
        lifted_at = ${lifted ? daysAfter(madeAt, lifted.at) : null}
      where id = ${id}`),
  );
}

/** Asked for once, however often it is said: nothing is changed until the first admin approves it. */
const askToPurge = ({ projectId }: Case, { name, purge }: Pick<ProjectPlan, "name" | "purge">, admin: Client) =>
  purge && admin.purgeAnyProject({ projectId, name, ...purge }).catch(unless("approval_needed", async () => undefined));

/** By its owner; some of the days in which it can be restored have passed, if there are enough of them. */
async function remove({ ground, projectId }: Case, owner: Client) {
  const { purgeAt } = await owner.deleteProject({ projectId }).catch(unless("project_is_deleted", () => owner.getProject({ projectId })));
  const left = Date.parse(purgeAt ?? "") - Date.now();
  if (!(left > 3 * dayMs)) return;
  await ground.owner.transact("platform", (db) =>
    db.run(sql`update projects set purge_at = ${new Date(Date.now() + left - 2 * dayMs).toISOString()} where id = ${projectId}`),
  );
}

const inAnHour = () => new Date(Date.now() + hourMs).toISOString();
