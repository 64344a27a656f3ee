import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { levels } from "@nextmavens/api/suspensions";
import { z } from "zod";
import type { DashboardSight } from "../../sight.ts";
import { dayMs, iso } from "../span.ts";

const Counts = z.object({
  projects: z.number(),
  developers: z.number(),
  suspended: z.number(),
  overrides: z.number(),
  waitingMail: z.number(),
  failedMail: z.number(),
});

export const countAll = (db: Db, now: string): Promise<DashboardSight["counts"]> =>
  db.one(
    Counts,
    sql`
    select
      (select count(*) from projects where status <> 'purged') as "projects",
      (select count(*) from developers where deleted_at is null) as "developers",
      (select count(*) from suspensions where level = 'suspended' and lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})) as "suspended",
      (select count(*) from manual_overrides where ended_at is null and starts_at <= ${now} and ends_at > ${now}) as "overrides",
      (select count(*) from outbox where state = 'waiting') as "waitingMail",
      (select count(*) from outbox where state = 'failed') as "failedMail"`,
  );

const Newcomers = z.object({ at: z.string(), projects: z.number(), developers: z.number() });
const newcomerDays = 14;

/** Who and what came on each of the last days, those without anybody included. */
export function newcomersByDay(db: Db, now: string) {
  const today = Date.parse(now) - (Date.parse(now) % dayMs);
  const first = iso(today - (newcomerDays - 1) * dayMs);
  return db.many(
    Newcomers,
    sql`
    with came as (
      select date_trunc('day', created_at, 'UTC') as at, 1 as project, 0 as developer from projects where created_at >= ${first}
      union all
      select date_trunc('day', created_at, 'UTC'), 0, 1 from developers where created_at >= ${first}
    )
    select day as at, coalesce(sum(project), 0)::int as projects, coalesce(sum(developer), 0)::int as developers
    from generate_series(${first}::timestamptz, ${iso(today)}::timestamptz, interval '24 hours') day left join came on at = day
    group by 1
    order by 1`,
  );
}

const Id = z.object({ id: z.string() });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** The strictest sanctions in force, the newest of each level first. */
export const findSuspensions = async (db: Db, now: string, limit: number) =>
  ids(
    await db.many(
      Id,
      sql`
      select id from suspensions where lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})
      order by array_position(${[...levels]}, level) desc, starts_at desc limit ${limit}`,
    ),
  );

/** The overrides in force that end first. */
export const findOverridesEnding = async (db: Db, now: string, limit: number) =>
  ids(
    await db.many(
      Id,
      sql`select id from manual_overrides where ended_at is null and starts_at <= ${now} and ends_at > ${now} order by ends_at limit ${limit}`,
    ),
  );

/** Sign-ins are entered too, but change nothing that one would look for here. */
const signIns = ["loginStaff", "logoutStaff", "loginDeveloper", "logoutDeveloper", "refreshSession", "endSession"];
const entriesLookedAt = 500;

/** The newest entries of the audit log that tell of a change. */
export const findChanges = async (db: Db, limit: number) =>
  ids(
    await db.many(
      Id,
      sql`
      select id from (select id, action from audit_logs order by id desc limit ${entriesLookedAt}) newest
      where action <> all(${signIns})
      order by id desc limit ${limit}`,
    ),
  );
