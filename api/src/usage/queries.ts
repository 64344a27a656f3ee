import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { UsagePoint } from "./contract.ts";
import type { Batch, LevelUsage, Step, UsageMetric, UsageRow } from "./rules.ts";

export interface Range {
  readonly from: string;
  readonly to: string;
  readonly step: Step;
  readonly metric?: UsageMetric | undefined;
}

export const list = (db: Db, projectId: string, { from, to, step, metric }: Range) =>
  db.many(
    UsagePoint,
    sql`
    select
      metric,
      date_trunc(${step}, minute, 'UTC') as at,
      case when metric = 'database_bytes' then max(total) else sum(total) end::bigint as total,
      max(peak_second) as "peakSecond"
    from usage_metrics
    where project_id = ${projectId} and minute >= ${from} and minute < ${to} and (${metric ?? null}::text is null or metric = ${metric ?? null})
    group by 1, 2
    order by 2, 1`,
  );

/** Adds what was counted to what stands there, of all projects in one statement; rows are locked in one order by all who write, or two would wait for each other. */
export const add = (db: Db, rows: readonly UsageRow[]) =>
  db.run(sql`
    insert into usage_metrics as u (project_id, metric, minute, total, peak_second)
    select "projectId", metric, minute, total, "peakSecond"
    from json_to_recordset(${JSON.stringify(rows)})
      as r ("projectId" text, metric text, minute timestamptz, total bigint, "peakSecond" bigint)
    order by 1, 2, 3
    on conflict (project_id, metric, minute) do update
      set total = u.total + excluded.total, peak_second = greatest(u.peak_second, excluded.peak_second)`);

export const SecondTotal = z.object({ projectId: z.string(), second: z.string(), wanted: z.number() });

/**
 * Adds this process's seconds to those of all; the busiest second of a minute of requests is then that of all processes.
 * Tells how many requests all processes had in the last seconds, of the projects named.
 */
export const addSeconds = (db: Db, rows: Batch["seconds"], since: string) =>
  db.many(
    SecondTotal,
    sql`
    with added as (
      insert into recent_requests as s (project_id, second, served, wanted)
      select "projectId", second, served, wanted
      from json_to_recordset(${JSON.stringify(rows)}) as r ("projectId" text, second timestamptz, served bigint, wanted bigint)
      order by 1, 2
      on conflict (project_id, second) do update set served = s.served + excluded.served, wanted = s.wanted + excluded.wanted
      returning project_id, second, served, wanted
    ), busiest as (
      select project_id, date_trunc('minute', second, 'UTC') as minute, max(served) as served from added group by 1, 2
    ), locked as materialized (
      select u.project_id, u.minute, b.served
      from usage_metrics u join busiest b on u.project_id = b.project_id and u.minute = b.minute
      where u.metric = 'requests' and u.peak_second < b.served
      order by 1, 2
      for update of u
    ), peaks as (
      update usage_metrics u
      set peak_second = greatest(u.peak_second, l.served)
      from locked l
      where u.project_id = l.project_id and u.metric = 'requests' and u.minute = l.minute
    )
    select project_id as "projectId", second, wanted from added where second >= ${since}
    union all
    select project_id, second, wanted from recent_requests
    where second >= ${since} and project_id in (select project_id from added)
      and (project_id, second) not in (select project_id, second from added)`,
  );

export const forgetSeconds = (db: Db, before: string) => db.run(sql`delete from recent_requests where second < ${before}`);

/** When keys were last used; one that another process is just marking is left to it. */
export const markKeysUsed = (db: Db, keys: Batch["keys"]) =>
  db.run(sql`
    update api_keys k set last_used_at = u."usedAt"
    from json_to_recordset(${JSON.stringify(keys)}) as u ("keyId" text, "usedAt" timestamptz)
    where k.id = u."keyId" and k.id in (
      select id from api_keys
      where id = any(${keys.map(({ keyId }) => keyId)}) and (last_used_at is null or last_used_at < ${keys[0]?.usedAt ?? null})
      for no key update skip locked)`);

/** Notes measured levels; of several in a minute the greatest stays. */
export const recordLevels = (db: Db, metric: LevelUsage, levels: readonly { projectId: string; bytes: number }[], now: string) =>
  db.run(sql`
    insert into usage_metrics as u (project_id, metric, minute, total)
    select "projectId", ${metric}, date_trunc('minute', ${now}::timestamptz), bytes
    from json_to_recordset(${JSON.stringify(levels)}) as l ("projectId" text, bytes bigint)
    order by 1
    on conflict (project_id, metric, minute) do update set total = greatest(u.total, excluded.total)`);

const Rollup = z.object({ upTo: z.string() });

/** How far the hours are summed. */
export const summedUpTo = async (db: Db) => (await db.one(Rollup, sql`select up_to as "upTo" from usage_rollup`)).upTo;

/** How far the hours are summed; whoever else sums or reopens them waits. */
export const lockRollup = (db: Db) => db.one(Rollup, sql`select up_to as "upTo" from usage_rollup for update`);

/** Sums the hours from one moment to another anew. */
export async function sumHours(db: Db, from: string, to: string) {
  await db.run(sql`delete from usage_hours where hour >= ${from} and hour < ${to}`);
  await db.run(sql`
    insert into usage_hours (project_id, metric, hour, total, peak_second, minutes)
    select
      project_id, metric, date_trunc('hour', minute, 'UTC'),
      case when metric = 'database_bytes' then max(total) else sum(total) end, max(peak_second), count(*)
    from usage_metrics
    where minute >= ${from} and minute < ${to}
    group by 1, 2, 3`);
}

export const noteSummed = (db: Db, upTo: string) => db.run(sql`update usage_rollup set up_to = ${upTo}`);
