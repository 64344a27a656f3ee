import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { steps, usageMetrics } from "./rules.ts";

export const usageMetric = z.enum(usageMetrics).meta({ id: "UsageMetric", description: "What is metered." });
const step = z.enum(steps);

export const UsagePoint = z
  .object({
    metric: usageMetric,
    at: z.string().meta({ description: "when this minute, hour or day (UTC) began" }),
    total: z.number().meta({ description: "the sum; of bytes, the most there was" }),
    peakSecond: z.number().meta({ description: "the busiest second" }),
  })
  .meta({ id: "UsagePoint", description: "What was used in a step of time. Steps without use are left out." });

export const Usage = z
  .object({ from: z.string(), to: z.string(), step, items: z.array(UsagePoint) })
  .meta({ id: "Usage", description: "What a project used over a range of time." });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  empty_range: [422, "`from` must be earlier than `to`."],
  range_too_long: [422, "The range is too long for this step: take a larger step or a shorter range."],
});

const path = { projectId: idOf("project") };
const query = {
  from: moment.optional().meta({ description: "a day before `to`, unless said" }),
  to: moment.optional().meta({ description: "now, unless said; not included" }),
  step: step.default("hour"),
  metric: usageMetric.optional(),
};
const refuses = refuse.declare("project_not_found", "empty_range", "range_too_long");

export const getUsage = operation({
  id: "getUsage",
  at: "GET /api/projects/{projectId}/usage",
  tag: "Limits",
  summary: "Read what a project used",
  permission: { developer: "projects:read" },
  path,
  query,
  returns: [200, Usage],
  refuses,
});

export const getProjectUsage = operation({
  id: "getProjectUsage",
  at: "GET /api/admin/projects/{projectId}/usage",
  tag: "Staff: limits",
  summary: "Read what any project used",
  permission: { staff: "viewer" },
  path,
  query,
  returns: [200, Usage],
  refuses,
});
