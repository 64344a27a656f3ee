import { z } from "zod";
import { refusalsOfTrials, TriedRule } from "../detections/index.ts";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { limitValue, metric } from "../quotas/index.ts";
import { levels } from "../suspensions/index.ts";

const QuotaChange = z.strictObject({
  kind: z.literal("quota"),
  projectId: idOf("project").optional().meta({ description: "of every project, if left out" }),
  metric,
  limit: limitValue,
});
const PlanChange = z.strictObject({ kind: z.literal("plan"), plan: z.string().min(1).max(50), metric, limit: limitValue });
const RuleChange = z.strictObject({
  kind: z.literal("rule"),
  ruleId: idOf("rule").optional().meta({ description: "the saved rule that is changed: the answer then compares with it" }),
  projectId: idOf("project").optional().meta({ description: "tried on every project, if left out" }),
  rule: TriedRule,
});
const Change = z.discriminatedUnion("kind", [QuotaChange, PlanChange, RuleChange]).meta({
  id: "BacktestChange",
  description:
    "The change that is tried: a limit of projects, one of a plan where projects have none of their own, or a rule that finds abuse.",
});
export type LimitChange = z.output<typeof QuotaChange> | z.output<typeof PlanChange>;
export type RuleChange = z.output<typeof RuleChange>;

const Hit = z.object({
  from: z.string().meta({ description: "when the limit would have been reached, to the minute; no earlier than the range" }),
  to: z.string().meta({ description: "until when it would have stood in the way" }),
  worst: z.number().meta({ description: "the most that was asked for meanwhile" }),
  refused: z.number().meta({ description: "about how much would have been refused; 0 of a level" }),
});

const LimitBacktest = z
  .object({
    kind: z.literal("limit"),
    from: z.string(),
    to: z.string(),
    countedFrom: z
      .string()
      .meta({ description: "use counts since then: of a day's or a month's limit, since the one that `from` lies in began" }),
    recordedFrom: z.string().nullable().meta({
      description: "since when anything of this is recorded, to the hour: what was before counts as nothing; null where nothing is",
    }),
    caveat: z.string().meta({ description: "what the recorded does not tell" }),
    rowsRead: z.int().meta({ description: "rows of recorded usage, of a minute each, that the answer rests on; of keys, the keys" }),
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
  .meta({ id: "LimitBacktest", description: "Which projects a limit would have hit: when, how long and how hard." });
export type LimitBacktest = z.output<typeof LimitBacktest>;

const TriedDetection = z
  .object({
    from: z.string(),
    to: z.string().meta({ description: "when it fell quiet, or the end of the range" }),
    endpoint: z.string().nullable().meta({ description: "of error rates: the door and what was asked for there" }),
    score: z.number().meta({ description: "the highest: how far above what the rule allows; of patterns 1" }),
    worstAt: z.string().meta({ description: "when that was" }),
    inputs: z.record(z.string(), z.unknown()).meta({ description: "what it was decided from then" }),
    sanctions: z
      .array(z.object({ level: z.enum(levels), from: z.string(), to: z.string() }))
      .meta({ description: "what would have followed" }),
  })
  .meta({ id: "TriedDetection" });

const RuleBacktest = z
  .object({
    kind: z.literal("rule"),
    from: z.string(),
    to: z.string(),
    evaluatedFrom: z.string().nullable().meta({ description: "later than `from` where less is recorded; null where nothing is" }),
    lacks: z
      .array(
        z.object({
          what: z.enum(["requests", "feature", "usage_by_hour"]),
          name: z.string().nullable().meta({ description: "of a feature" }),
          neededFrom: z.string(),
          recordedFrom: z.string().nullable(),
          consequence: z.string(),
        }),
      )
      .meta({ description: "what is not recorded for as long as the rule looks back, and what that means; nothing is guessed" }),
    stepSeconds: z.int().meta({ description: "how often it was looked; times are no more exact than that" }),
    rowsRead: z.int(),
    subjectKind: z.enum(["project", "network"]),
    subjectsTested: z.int().meta({ description: "projects or networks with requests in the range" }),
    tells: z.enum(["nobody", "owner", "staff"]).meta({ description: "who would have been told of each detection" }),
    sanction: z
      .enum(levels)
      .nullable()
      .meta({ description: "what would have followed, no stricter than configuration lets automation be" }),
    found: z
      .array(
        z.object({
          subjectKind: z.enum(["project", "network"]),
          subjectId: z.string().meta({ description: "a project, or the digest of a network" }),
          projectId: idOf("project").nullable(),
          name: z.string().nullable(),
          developerId: idOf("developer").nullable(),
          isFoundNow: z.boolean().nullable().meta({ description: "whether the rule finds it as it is saved; null where none was named" }),
          firstAt: z.string(),
          minutes: z.int().meta({ description: "for how long altogether" }),
          worst: z.number().meta({ description: "the highest score" }),
          detections: z.array(TriedDetection).meta({ description: "the first hundred" }),
          detectionsCount: z.int(),
          sanctionsCount: z.int(),
          sanctionMinutes: z.int(),
        }),
      )
      .meta({ description: "those found for longest first" }),
    days: z
      .array(
        z.object({
          day: z.string(),
          isRecorded: z.boolean().meta({ description: "whether all of it is" }),
          subjects: z.int(),
          detections: z.int(),
          sanctions: z.int(),
        }),
      )
      .meta({ description: "each day (UTC) of the range; a detection counts on the day it began" }),
  })
  .meta({ id: "RuleBacktest", description: "Whom a rule would have found: when, how long, how hard, and what would have followed." });
export type RuleBacktest = z.output<typeof RuleBacktest>;

const Backtest = z
  .discriminatedUnion("kind", [LimitBacktest, RuleBacktest])
  .meta({ id: "Backtest", description: "What a change would have done, tried on what is recorded." });
export type Backtest = z.output<typeof Backtest>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  plan_not_found: [404, "There is no such plan."],
  empty_range: [422, "`from` must be earlier than `to`."],
  range_too_long: [422, "The range is too long: take 62 days at most."],
  metric_not_recorded: [422, "What is used of this limit is not recorded, so it can't be tried: `because` says why."],
});

export const runBacktest = operation({
  id: "runBacktest",
  at: "POST /api/admin/backtests",
  tag: "Staff: limits",
  summary: "Try a change of a limit or a rule on what is recorded: whom it would have hit, when, how long and how hard. Nothing is changed",
  permission: { staff: "support" },
  body: {
    change: Change,
    from: moment.optional().meta({ description: "a fortnight before `to`, unless said" }),
    to: moment.optional().meta({ description: "now, unless said; not included" }),
  },
  returns: [200, Backtest],
  refuses: [
    ...refuse.declare("project_not_found", "plan_not_found", "empty_range", "range_too_long", "metric_not_recorded"),
    ...refusalsOfTrials,
  ],
});
