import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { limitValue } from "../quotas/index.ts";
import { testable } from "./rules.ts";

const metric = z.enum(testable);

const Change = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("quota"),
      projectId: idOf("project").optional().meta({ description: "of every project, if left out" }),
      metric,
      limit: limitValue,
    }),
    z.strictObject({ kind: z.literal("plan"), plan: z.string().min(1).max(50), metric, limit: limitValue }),
  ])
  .meta({
    id: "BacktestChange",
    description: "The change that is tried: a limit of projects, or of a plan where projects have none of their own.",
  });
export type Change = z.output<typeof Change>;

const Hit = z.object({
  from: z.string().meta({ description: "when the limit would have been reached" }),
  to: z.string().meta({ description: "until when it would have stood in the way" }),
  worst: z.number().meta({ description: "the most that was asked for meanwhile" }),
  refused: z.number().meta({ description: "about how much would have been refused; 0 of a level" }),
});

export const Backtest = z
  .object({
    from: z.string(),
    to: z.string(),
    rowsRead: z.int().meta({ description: "rows of recorded usage that were looked at" }),
    projectsTested: z.int(),
    projects: z.array(
      z.object({
        projectId: idOf("project"),
        name: z.string(),
        developerId: idOf("developer"),
        limitNow: z.int().nullable().meta({ description: "what limits it now, overrides aside" }),
        limitTried: z.int(),
        isHitNow: z.boolean().meta({ description: "whether the present limit would have stood in its way as well" }),
        minutes: z.int().meta({ description: "for how long altogether" }),
        refused: z.number(),
        worst: z.number(),
        hits: z.array(Hit).meta({ description: "the first hundred" }),
        hitsCount: z.int(),
      }),
    ),
    days: z
      .array(z.object({ day: z.string(), projects: z.int(), refused: z.number() }))
      .meta({ description: "each day (UTC) of the range" }),
  })
  .meta({ id: "Backtest", description: "Which projects a change would have hit: when, how long and how hard." });
export type Backtest = z.output<typeof Backtest>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  plan_not_found: [404, "There is no such plan."],
  empty_range: [422, "`from` must be earlier than `to`."],
  range_too_long: [422, "The range is too long: take 62 days at most."],
});

export const runBacktest = operation({
  id: "runBacktest",
  at: "POST /api/admin/backtests",
  tag: "Staff: limits",
  summary: "Try a change of a limit on recorded usage: whom it would have hit, when, how long and how hard. Nothing is changed",
  permission: { staff: "support" },
  body: {
    change: Change,
    from: moment.optional().meta({ description: "a fortnight before `to`, unless said" }),
    to: moment.optional().meta({ description: "now, unless said; not included" }),
  },
  returns: [200, Backtest],
  refuses: refuse.declare("project_not_found", "plan_not_found", "empty_range", "range_too_long"),
});
