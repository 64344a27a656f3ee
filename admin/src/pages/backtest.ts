import { run, runBacktest } from "@nextmavens/api/backtests";
import { perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { includesRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { BacktestAnswer, BacktestChoices, Row } from "../sight.ts";
import { dayMs, iso } from "./span.ts";

/** As the operation says. */
const trier = "support";
export const mayBacktest = ({ member }: Visit) => includesRole(member.role, trier);

const Plan = z.object({ id: z.string() });

/** What can be tried. */
export async function backtestChoicesOf({ reads }: Sources): Promise<BacktestChoices> {
  const plans = await reads.transact("platform", (db) => db.many(Plan, sql`select id from plans order by id`));
  return { plans: plans.map(({ id }) => id) };
}

/** Tries a change by the API's own action; what is wrong with the form stands at its fields. */
export async function backtestOf(sources: Sources, visit: Visit, typed: Row): Promise<BacktestAnswer> {
  const { engine } = sources;
  const parsed = runBacktest.input.safeParse(inputOf(typed, engine.clock().getTime()), { error: wordsOf });
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const began = performance.now();
  try {
    const backtest = await perform(engine, { operation: runBacktest, actor: visit.actor, request: visit.request }, run, parsed.data);
    if (backtest.kind !== "limit") return { problem: "Rules are tried where they are edited." };
    const names = await namesIn(sources, backtest.projects.slice(0, shownMost));
    const projects = backtest.projects.slice(0, shownMost).map(({ hits, ...project }) => ({ ...project, firstAt: hits[0]?.from ?? null }));
    return { backtest: { ...backtest, projects, hitCount: backtest.projects.length, tookMs: performance.now() - began }, names };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message, errors: fieldOf(error) };
    throw error;
  }
}

/** Of those hit for longest. */
export const shownMost = 200;

export const textOf = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);
const numberOf = (value: unknown) => (textOf(value) === undefined ? undefined : Number(value));

function inputOf({ kind, projectId, plan, metric, limit, days }: Row, now: number) {
  const what = { metric: textOf(metric), limit: numberOf(limit) };
  const whose =
    kind === "plan" ? { kind, plan: textOf(plan) } : { kind: "quota", ...(textOf(projectId) ? { projectId: textOf(projectId) } : {}) };
  return { change: { ...whose, ...what }, from: sinceOf(days, now) };
}

/** So many days ago; of what are no days, what was typed. */
export function sinceOf(days: unknown, now: number): string {
  const since = numberOf(days) ?? 14;
  return Number.isFinite(since) && since > 0 ? iso(now - Math.min(since, 1_000) * dayMs) : String(days);
}

export const errorsOf = ({ issues }: z.ZodError): Readonly<Record<string, string>> =>
  Object.fromEntries(issues.map(({ path, message }) => [path.at(-1) === "from" ? "days" : String(path.at(-1)), `It ${message}.`]));

const fields: Readonly<Record<string, string>> = {
  project_not_found: "projectId",
  networks_have_no_projects: "projectId",
  too_much_recorded: "days",
  plan_not_found: "plan",
  range_too_long: "days",
  empty_range: "days",
  metric_not_recorded: "metric",
};
export const fieldOf = ({ code, message, details: { because } }: Refusal): Readonly<Record<string, string>> => {
  const field = fields[code];
  return field ? { [field]: typeof because === "string" ? because : message } : {};
};
