import { checkDatabase } from "@nextmavens/api/health";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, recordsOf, type Sources } from "../resources/answers.ts";
import type { DashboardSight, RecordSight } from "../sight.ts";

/** The first page: how it is, what is there, and what was done last. */
export async function dashboardOf(sources: Sources, visit: Visit): Promise<DashboardSight> {
  const { engine, reads } = sources;
  const now = engine.clock().toISOString();
  const [health, counts, lastHour, projects, suspensions, overrides, audit] = await Promise.all([
    checkDatabase(reads),
    reads.transact("platform", (db) => countAll(db, now)),
    reads.transact("platform", (db) => useOfLastHour(db, now)),
    newestOf(sources, visit, "projects", 6),
    newestOf(sources, visit, "suspensions", 20),
    newestOf(sources, visit, "manual_overrides", 20),
    newestOf(sources, visit, "audit_logs", 10),
  ]);
  const page = {
    projects,
    suspensions: suspensions.filter(isInForce).slice(0, 6),
    overrides: overrides.filter(isInForce).slice(0, 6),
    audit,
  };
  const rows = [...page.projects, ...page.suspensions, ...page.overrides, ...page.audit].map(({ params }) => params);
  return {
    health: { status: health.status, databaseMs: health.checks["database"]?.observedMs },
    counts,
    lastHour,
    ...page,
    names: await namesIn(sources, rows),
  };
}

const isInForce = ({ params }: RecordSight) => params["state"] === "in force";

async function newestOf(sources: Sources, visit: Visit, tableName: string, limit: number): Promise<RecordSight[]> {
  const resource = sources.shown.get(tableName);
  if (!resource) return [];
  const columns = resource.sight.details.filter(({ look }) => look !== "code").map(({ name }) => name);
  const rows = await resource.table.rows({ wishes: [], sort: { by: "id", direction: "desc" }, columns, limit, offset: 0 });
  return recordsOf(sources, resource, visit, rows);
}

const Counts = z.object({
  projects: z.number(),
  newProjects: z.number(),
  developers: z.number(),
  newDevelopers: z.number(),
  liveKeys: z.number(),
  suspended: z.number(),
  overrides: z.number(),
  waitingMail: z.number(),
  failedMail: z.number(),
});

const countAll = (db: Db, now: string) =>
  db.one(
    Counts,
    sql`
    select
      (select count(*) from projects where status in ('provisioning', 'active')) as "projects",
      (select count(*) from projects where created_at > ${now}::timestamptz - interval '7 days') as "newProjects",
      (select count(*) from developers) as "developers",
      (select count(*) from developers where created_at > ${now}::timestamptz - interval '7 days') as "newDevelopers",
      (select count(*) from api_keys where revoked_at is null and (expires_at is null or expires_at > ${now})) as "liveKeys",
      (select count(*) from suspensions where lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})) as "suspended",
      (select count(*) from manual_overrides where ended_at is null and starts_at <= ${now} and ends_at > ${now}) as "overrides",
      (select count(*) from outbox where state = 'waiting') as "waitingMail",
      (select count(*) from outbox where state = 'failed') as "failedMail"`,
  );

const LastHour = z.object({ requests: z.number(), refused: z.number(), errors: z.number() });

const useOfLastHour = (db: Db, now: string) =>
  db.one(
    LastHour,
    sql`
    select coalesce(sum(total) filter (where metric = 'requests'), 0)::bigint as requests,
           coalesce(sum(total) filter (where metric like 'requests_refused%'), 0)::bigint as refused,
           coalesce(sum(total) filter (where metric = 'errors_5xx'), 0)::bigint as errors
    from usage_metrics
    where minute > ${now}::timestamptz - interval '1 hour'`,
  );
