import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

/** Jobs that are due for longer than a minute and not begun, those that will not be tried again, and how late the latest is. */
export const countJobs = (db: Db) =>
  db.one(
    z.object({ late: z.number(), failed: z.number(), lateSeconds: z.number() }),
    sql`
    select
      count(*) filter (where is_waiting and run_at < now() - interval '1 minute') as late,
      count(*) filter (where attempts >= max_attempts and locked_at is null) as failed,
      coalesce(extract(epoch from now() - min(run_at) filter (where is_waiting and run_at < now())), 0)::float8 as "lateSeconds"
    from graphile_worker.jobs, lateral (select attempts < max_attempts and locked_at is null as is_waiting) as state`,
  );
