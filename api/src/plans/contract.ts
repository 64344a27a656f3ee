import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { confirm, limitValue, metric, reason, refuse as refuseQuota } from "../quotas/index.ts";

const most = (example: number) => z.int().positive().meta({ maximum: Number.MAX_SAFE_INTEGER, example });

/** What a plan allows altogether, and how far one request of its projects may go. */
const maxima = {
  projectsMax: z.int().min(0).max(1_000_000),
  queryMsMax: z.int().min(1).max(55_000).meta({ description: "less than what sessions are ended for" }),
  queryRowsMax: most(1_000_000),
  queryBytesMax: most(100_000_000),
  bulkMsMax: z.int().min(1).max(3_600_000),
  importBytesMax: most(100_000_000),
};

export const maximaNames = Object.keys(maxima) as readonly (keyof typeof maxima)[];

const PlanLimit = z.object({ metric, limit: limitValue });
export const Plan = z.object({ id: z.string(), ...maxima, limits: z.array(PlanLimit), revision: z.int() }).meta({
  id: "Plan",
  description: "What developers on a plan may have, and what limits each of their projects where nothing else was set.",
});
export type Plan = z.output<typeof Plan>;

const OwnPlan = Plan.omit({ revision: true })
  .extend({
    projects: z.int().min(0).meta({ description: "how many of `projectsMax` you have; deleted ones count until they are purged" }),
  })
  .meta({ id: "OwnPlan", description: "What your plan allows, altogether and for each project where nothing else was set." });

const DeveloperPlan = z.object({
  developerId: idOf("developer"),
  plan: z.string(),
  revision: z.int().meta({ description: "the developer's" }),
});

export const refuse = refusals({
  plan_not_found: [404, "There is no such plan."],
  developer_not_found: [404, "There is no such developer."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
});

const plan = z.string().min(1).max(100);

export const getOwnPlan = operation({
  id: "getOwnPlan",
  at: "GET /api/developer/plan",
  tag: "Developer",
  summary: "Get the plan I am on, and how many projects I have of those it allows",
  permission: { developer: "account:read" },
  returns: [200, OwnPlan],
  refuses: refuse.declare("plan_not_found"),
});

export const listPlans = operation({
  id: "listPlans",
  at: "GET /api/admin/plans",
  tag: "Staff: limits",
  summary: "List plans with what they allow",
  permission: { staff: "viewer" },
  returns: [200, z.object({ items: z.array(Plan) })],
});

export const setPlan = operation({
  id: "setPlan",
  at: "PUT /api/admin/plans/{plan}",
  tag: "Staff: limits",
  summary: "Set what a plan allows altogether and in one request; what is left out stays",
  permission: { staff: "admin" },
  isSensitive: true,
  path: { plan },
  body: {
    projectsMax: maxima.projectsMax.optional(),
    queryMsMax: maxima.queryMsMax.optional(),
    queryRowsMax: maxima.queryRowsMax.optional(),
    queryBytesMax: maxima.queryBytesMax.optional(),
    bulkMsMax: maxima.bulkMsMax.optional(),
    importBytesMax: maxima.importBytesMax.optional(),
    reason,
    confirm,
  },
  ifMatch: "optional",
  returns: [200, Plan],
  refuses: [...refuse.declare("plan_not_found", "edited_meanwhile"), ...refuseQuota.declare("confirmation_needed")],
});

export const setPlanLimit = operation({
  id: "setPlanLimit",
  at: "PUT /api/admin/plans/{plan}/limits/{metric}",
  tag: "Staff: limits",
  summary: "Set what limits the projects of a plan where nothing else was set",
  permission: { staff: "admin" },
  isSensitive: true,
  path: { plan, metric },
  body: { limit: limitValue, reason, confirm },
  ifMatch: "optional",
  returns: [200, Plan],
  refuses: [...refuse.declare("plan_not_found", "edited_meanwhile"), ...refuseQuota.declare("confirmation_needed")],
});

export const setDeveloperPlan = operation({
  id: "setDeveloperPlan",
  at: "PUT /api/admin/developers/{developerId}/plan",
  tag: "Staff: limits",
  summary: "Put a developer on another plan",
  permission: { staff: "operator" },
  isSensitive: true,
  path: { developerId: idOf("developer") },
  body: { plan, reason, confirm },
  ifMatch: "optional",
  returns: [200, DeveloperPlan],
  refuses: [...refuse.declare("plan_not_found", "developer_not_found", "edited_meanwhile"), ...refuseQuota.declare("confirmation_needed")],
});
