import type { Context } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject } from "../projects/index.ts";
import { type getUsage, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { type Batch, dayAfter, defaultRange, hoursOverBy, isTooLong } from "./rules.ts";

/** What a project used; of a developer's projects or of any, as the transaction may see. */
export async function read(context: Context, { projectId, step, metric, ...asked }: InputOf<typeof getUsage>) {
  await getProject(context, { projectId });
  const { from, to } = defaultRange(context.now, asked.from, asked.to);
  if (from >= to) throw refuse("empty_range");
  if (isTooLong(from, to, step)) throw refuse("range_too_long");
  await context.settling.settled();
  return { from, to, step, items: await queries.list(context.db, projectId, { from, to, step, metric }) };
}

/** How long a share of a limit per second looks back: whole seconds, since the present one is not yet told of by all. */
const lookBackMs = 2_000;
const secondMs = 1_000;

/** Writes down what a process counted. Tells how many requests all processes had in each of the last seconds, by project. */
export async function record(db: Db, batch: Batch, now: number) {
  if (batch.usage.length > 0) await queries.add(db, batch.usage);
  if (batch.keys.length > 0) await queries.markKeysUsed(db, batch.keys);
  if (batch.seconds.length === 0) return [];
  return queries.addSeconds(db, batch.seconds, new Date(now - (now % secondMs) - lookBackMs).toISOString());
}

const forgetAfterMs = 120_000;

export async function forgetSeconds({ db, now }: Context) {
  await queries.forgetSeconds(db, new Date(Date.parse(now) - forgetAfterMs).toISOString());
}

const daysAtOnce = 60;

/** Sums the hours that are over; after a long pause, or when the past was rewritten, as many days as a turn may take. */
export async function sumHours({ db, now }: Context) {
  const over = hoursOverBy(now);
  let { upTo } = await queries.lockRollup(db);
  for (let days = 0; days < daysAtOnce && upTo < over; days++) {
    const to = dayAfter(upTo, over);
    await queries.sumHours(db, upTo, to);
    upTo = to;
  }
  await queries.noteSummed(db, upTo);
}
