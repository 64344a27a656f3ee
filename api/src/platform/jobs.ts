import type { Logger, Runner, TaskList } from "graphile-worker";
import type pg from "pg";
import { z } from "zod";
import type { Action, Context, Engine } from "./action.ts";
import { perform } from "./action.ts";
import { sql } from "./db/sql.ts";
import type { Db } from "./db/store.ts";
import { newId } from "./ids.ts";

/** An action done later or on schedule. Its input is the payload it was enqueued with. */
export interface Job {
  readonly id: string;
  readonly action: Action<never, unknown>;
  readonly input: z.ZodType;
  /** A crontab pattern (UTC), for what recurs. */
  readonly schedule?: string;
}

export const job = <Input extends z.ZodType>(
  id: string,
  input: Input,
  action: Action<z.output<Input>, unknown>,
  schedule?: string,
): Job => ({
  id,
  input,
  action: action as Action<never, unknown>,
  ...(schedule === undefined ? {} : { schedule }),
});

const quarters = [0, 15, 30, 45];

/** A job for every quarter of a minute. Cron knows minutes: each one spreads the runs of its own. */
export const everyQuarterMinute = (id: string, action: Action<Record<string, never>, unknown>): readonly Job[] => [
  job(`plan:${id}`, z.object({}), (context) => planQuarters(context, id), "* * * * *"),
  job(id, z.object({}), action),
];

async function planQuarters({ enqueue, now }: Context, id: string) {
  for (const seconds of quarters) {
    await enqueue(id, {}, { key: `${id}:${seconds}`, runAt: new Date(Date.parse(now) + seconds * 1_000) });
  }
}

/** Enqueued in the caller's transaction; a `key` keeps one job of that key at a time. */
export const addJob = async (db: Db, id: string, payload: Readonly<Record<string, unknown>>, options: { key?: string; runAt?: Date }) => {
  await db.one(
    z.object({}),
    sql`select jobs.enqueue(${id}, ${JSON.stringify(payload)}::json, ${options.runAt?.toISOString() ?? null}, ${options.key ?? null})`,
  );
};

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

/** Only who works the queue needs what works it. */
const loadWorker = () => import("graphile-worker");

/** Works the queue until `stop`. */
export async function startJobs(engine: Engine, pool: pg.Pool, jobs: readonly Job[]): Promise<Runner> {
  const { Logger, run } = await loadWorker();
  const crontab = jobs
    .filter((each) => each.schedule)
    .map((each) => `${each.schedule} ${each.id} ?max=3`)
    .join("\n");
  const settings = { pgPool: pool, taskList: tasksOf(engine, jobs), crontab, logger: new Logger(quiet(engine)) };
  return run({ ...settings, concurrency: 4, noHandleSignals: true, pollInterval: 2_000 });
}

/** Does what is due in the queue now, and no more. */
export async function workOff(engine: Engine, pool: pg.Pool, jobs: readonly Job[]): Promise<void> {
  const { Logger, runOnce } = await loadWorker();
  await runOnce({ pgPool: pool, taskList: tasksOf(engine, jobs), noHandleSignals: true, logger: new Logger(quiet(engine)) });
}

/** Each job is one `perform` of its action by the actor `job`. */
export async function performJob(engine: Engine, { id, action, input }: Job, payload: unknown): Promise<void> {
  const isScheduled = typeof payload === "object" && payload !== null && "_cron" in payload;
  const call = {
    operation: { id, changes: false },
    actor: { kind: "job", id } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  await perform(engine, call, action as Action<unknown, unknown>, input.parse(isScheduled ? {} : (payload ?? {})));
}

const tasksOf = (engine: Engine, jobs: readonly Job[]): TaskList =>
  Object.fromEntries(jobs.map((each) => [each.id, (payload: unknown) => performJob(engine, each, payload)]));

const quiet =
  ({ log }: Engine): ConstructorParameters<typeof Logger>[0] =>
  () =>
  (level, message, meta) => {
    if (level === "error") log.error("a job failed", { message, ...meta });
    else if (level === "warning") log.warn(message, meta);
    else log.debug(message, meta);
  };
