import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject } from "../projects/index.ts";
import { type Backtest, type Change, refuse, type runBacktest } from "./contract.ts";
import * as queries from "./queries.ts";
import { daysOf, isTooLong, rangeOf } from "./rules.ts";

/** Tries a change on what was recorded. It only reads, so there is nothing to audit. */
export async function run(context: Context, { change, ...asked }: InputOf<typeof runBacktest>): Promise<Backtest> {
  context.unchanged();
  const range = rangeOf(context.now, asked.from, asked.to);
  if (range.from >= range.to) throw refuse("empty_range");
  if (isTooLong(range.from, range.to)) throw refuse("range_too_long");
  await refuseUnknown(context, change);
  await context.settling.settled();
  const { projects, rows } = await queries.count(context.db, change, range);
  const hits = await queries.findHits(context.db, change, range);
  return { ...range, rowsRead: rows, projectsTested: projects, projects: byProject(hits, change.limit), days: byDay(hits, range) };
}

async function refuseUnknown(context: Context, change: Change) {
  if (change.kind === "plan" && !(await queries.planExists(context.db, change.plan))) throw refuse("plan_not_found");
  if (change.kind === "quota" && change.projectId !== undefined) await getProject(context, { projectId: change.projectId });
}

const hitsShown = 100;
const minuteMs = 60_000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const minutesOf = ({ from, to }: queries.Hit) => Math.round((Date.parse(to) - Date.parse(from)) / minuteMs);

/** Those hit for longest first. */
function byProject(hits: readonly queries.Hit[], limitTried: number): Backtest["projects"] {
  const projects = [...Map.groupBy(hits, ({ projectId }) => projectId).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { projectId, name, developerId, limitNow } = first;
    return {
      ...{ projectId, name, developerId, limitNow, limitTried },
      isHitNow: of.some(({ isHitNow }) => isHitNow),
      minutes: sum(of.map(minutesOf)),
      refused: sum(of.map(({ refused }) => refused)),
      worst: Math.max(...of.map(({ worst }) => worst)),
      hits: of.slice(0, hitsShown).map(({ from, to, worst, refused }) => ({ from, to, worst, refused })),
      hitsCount: of.length,
    };
  });
  return projects.sort((a, b) => b.minutes - a.minutes || b.refused - a.refused);
}

/** A hit counts on the day it began. */
function byDay(hits: readonly queries.Hit[], { from, to }: { from: string; to: string }): Backtest["days"] {
  const ofDay = Map.groupBy(hits, (hit) => hit.from.slice(0, 10));
  return daysOf(from, to).map((day) => {
    const of = ofDay.get(day.slice(0, 10)) ?? [];
    return { day, projects: new Set(of.map(({ projectId }) => projectId)).size, refused: sum(of.map(({ refused }) => refused)) };
  });
}
