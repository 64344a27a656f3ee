import { type Context, perform } from "@nextmavens/api/platform/action";
import { name, sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { forgetMember } from "@nextmavens/api/staff";
import { purge } from "@nextmavens/api/tenants";
import { z } from "zod";
import { demoCall, type Ground } from "./ground.ts";
import type { Progress } from "./progress.ts";
import { announceTo } from "./projects.ts";
import { hasTable } from "./record.ts";

export interface Removed {
  readonly projects: number;
  readonly developers: number;
  readonly staff: number;
  readonly flags: number;
  /** Developers of the demo's that stay, since somebody made projects in their account. */
  readonly kept: readonly string[];
  /** Members of staff whose ids alone stay, switched off, since something that stays names them. */
  readonly keptStaff: readonly string[];
}

/** Takes away what the demo made, and nothing else; the audit log keeps what it says, as it always does. Nothing comes back where there is no demo. */
export async function removeDemo(ground: Ground, progress: Progress): Promise<Removed | undefined> {
  const { owner, engine } = ground;
  const isThere = await owner.transact("platform", hasTable);
  if (!isThere) return undefined;
  const projectIds = await owner.transact("platform", listProjects);
  await owner.transact("platform", (db) => stopServing(db, projectIds));
  await announceTo(ground, projectIds);
  // What this process counted of them is written down before it is taken away, not after.
  await engine.settling.flushed();
  await progress.part("databases removed", projectIds, 4, (projectId) =>
    engine.cell.inTurn(() => perform(engine, demoCall("removeDemoProject"), razeTenant, { projectId })),
  );
  return owner.transact("platform", (db) => removeRows(db, projectIds));
}

const Id = z.object({ id: z.string() });
const ids = (rows: readonly z.output<typeof Id>[]) => rows.map(({ id }) => id);

/** Those that were noted, those people purged since, and one that a run which was cut off could not note any more. */
const listProjects = async (db: Db) =>
  ids(
    await db.many(
      Id,
      sql`
      select p.id from projects p join developers d on d.id = p.developer_id
      where p.id in (select id from demo_made where kind in ('project', 'gone'))
        or d.id in (select id from demo_made where kind = 'developer')
          and exists (select from demo_made m where m.kind = 'project' and m.id is null and m.name = d.email || ' ' || p.name)
      order by p.id`,
    ),
  );

const stopServing = (db: Db, projectIds: readonly string[]) =>
  db.run(
    sql`update projects set status = 'deleting', purge_at = now() where id = any(${projectIds}) and status in ('provisioning', 'active')`,
  );

async function razeTenant(context: Context, { projectId }: { projectId: string }): Promise<void> {
  await purge(context, { projectId });
  context.audit({ target: projectId, projectId, reason: "npm run demo -- --remove" });
}

/** Tables that hold rows of projects, those first that refer to others. */
export const tablesOfProjects = [
  "outbox",
  "notices",
  "detections",
  "error_metrics",
  "webhook_endpoints",
  "usage_metrics",
  "usage_hours",
  "recent_requests",
  "quota_counters",
  "quota_warnings",
  "quota_proposals",
  "project_quotas",
  "manual_overrides",
  "override_requests",
  "approvals",
  "break_glass_row_accesses",
  "appeal_messages",
  "appeals",
  "suspensions",
  "reclaims",
  "end_user_auth",
  "api_keys",
  "tenants",
] as const;

/** What anybody on staff was told of something that waited: it leads nowhere any more. */
const toldOfApprovals = (projectIds: readonly string[]) => sql`
  delete from outbox o using approvals a
  where o.template in ('approval_asked', 'approval_decided') and strpos(o.body, a.id) > 0
    and (a.project_id = any(${projectIds}) or a.asked_by in (select id from demo_made where kind = 'staff'))`;

async function removeRows(db: Db, projectIds: readonly string[]): Promise<Removed> {
  await db.run(toldOfApprovals(projectIds));
  for (const table of tablesOfProjects) await db.run(sql`delete from ${name(table)} where project_id = any(${projectIds})`);
  for (const table of ["feature_windows", "feature_minutes", "feature_hours"])
    await db.run(sql`delete from ${name(table)} where subject_id = any(${projectIds})`);
  const projects = await db.run(sql`delete from projects where id = any(${projectIds})`);
  const kept = await db.many(z.object({ email: z.string() }), keptDevelopers);
  await db.run(
    sql`delete from outbox o using demo_made m where m.kind = 'developer' and o.recipient = m.name and o.created_at >= m.planned_at`,
  );
  const developers = await db.run(
    sql`delete from developers d using demo_made m where ${isMade} and not exists (select from projects p where p.developer_id = d.id)`,
  );
  await db.run(sql`delete from approvals a using demo_made m where m.kind = 'staff' and m.id in (a.asked_by, a.decided_by)`);
  const staff = await db.run(sql`delete from staff s using demo_made m where ${isMember} and not ${isNamed}`);
  const named = await db.many(
    z.object({ id: z.string(), email: z.string() }),
    sql`update staff s set is_active = false from demo_made m where ${isMember} returning s.id, s.email`,
  );
  for (const { id } of named) await forgetMember(db, id, new Date().toISOString());
  const flags = await db.run(sql`delete from feature_flags f using demo_made m where m.kind = 'flag' and f.key = m.name`);
  await forget(db);
  return { projects, developers, staff, flags, kept: kept.map(({ email }) => email), keptStaff: named.map(({ email }) => email) };
}

/** By its id; an account whose id a run that was cut off could not note any more, by its address. */
const isMade = sql`
  (m.kind in ('developer', 'gone') and d.id = m.id
    or m.kind = 'developer' and m.id is null and lower(d.email) = lower(m.name) and d.created_at >= m.planned_at)`;

const isMember = sql`
  (m.kind = 'staff' and (s.id = m.id or m.id is null and s.email = m.name and s.created_at >= m.planned_at))`;

/** By what outlives the demo: holds on the audit log, how long that is kept, and who broke the glass. */
const isNamed = sql`
  (exists (select from audit_holds h where s.id in (h.placed_by, h.ended_by))
    or exists (select from audit_retention r where r.set_by = s.id)
    or exists (select from break_glass_sessions b where s.id in (b.staff_id, b.ended_by, b.reviewed_by)))`;

const keptDevelopers = sql`
  select d.email from developers d join demo_made m on ${isMade}
  where d.deleted_at is null and exists (select from projects p where p.developer_id = d.id)
  order by d.email`;

/** What stays is still known, so that it goes once nothing holds it. */
async function forget(db: Db): Promise<void> {
  await db.run(sql`
    delete from demo_made m
    where not (m.kind in ('developer', 'gone') and exists (select from developers d where d.id = m.id))`);
  const { count } = await db.one(z.object({ count: z.number() }), sql`select count(*) from demo_made`);
  if (count === 0) await db.run(sql`drop table demo_made`);
}
