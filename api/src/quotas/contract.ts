import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { metrics, thresholds } from "./rules.ts";

export const metric = z.enum(metrics).meta({ id: "Metric", description: "What is limited." });
export const limitValue = z.int().min(0).meta({ maximum: Number.MAX_SAFE_INTEGER, description: "0 allows nothing", example: 1000 });
export const reason = textOf(1000).meta({ description: "why, for the audit log", example: "Launch week" });

export const confirm = z.boolean().optional().meta({
  description:
    "true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits",
});

export const Quota = z
  .object({
    metric,
    limit: limitValue,
    used: z.int().min(0).meta({
      description:
        "of a limit per second: in the busiest second of the last minute; of connections: the sessions that are open just now, of which each process of the platform opens up to the limit",
    }),
    source: z
      .object({
        kind: z.enum(["plan", "quota", "override", "sanction"]),
        id: z.string().optional().meta({ description: "of the quota, override or sanction; of a plan what it is called" }),
        until: z.string().optional().meta({ description: "when an override or a sanction ends by itself" }),
      })
      .meta({ description: "what set the limit" }),
    threshold: z
      .literal(thresholds)
      .nullable()
      .meta({ description: "the highest of 50, 80, 95 and 100 percent that is reached; its owner is warned at each" }),
    window: z
      .enum(["second", "day", "month"])
      .nullable()
      .meta({ description: "days and months are those of UTC; null for what is a level" }),
    resetsAt: z.string().nullable(),
    nextChange: z
      .object({
        at: z.string(),
        because: z.enum(["override_begins", "override_ends"]),
        overrideId: z.string(),
        limit: limitValue.meta({ description: "from then on" }),
      })
      .nullable()
      .meta({ description: "when the limit, or what sets it, changes next by itself, and why" }),
    throttledBy: z
      .object({
        sanctionId: z.string(),
        until: z.string().nullable(),
        otherwise: limitValue.meta({ description: "the limit without it" }),
      })
      .nullable()
      .meta({ description: "the sanction that leaves a tenth of the limit per second: `limit` is what it leaves" }),
  })
  .meta({ id: "Quota", description: "A limit in force, how much of it is used, and what set it." });
export type Quota = z.output<typeof Quota>;

export const ProjectQuota = z
  .object({
    id: idOf("quota"),
    projectId: idOf("project"),
    metric,
    limit: limitValue,
    reason: z.string(),
    setBy: z.string(),
    proposedBy: z.string().nullable().meta({ description: "who said so first, where it needed two" }),
    createdAt: z.string(),
    updatedAt: z.string(),
    revision: z.int(),
  })
  .meta({ id: "ProjectQuota", description: "A project's own limit, which goes before its plan's." });
export type ProjectQuota = z.output<typeof ProjectQuota>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  quota_not_found: [404, "This project has no limit of its own for this metric."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  confirmation_needed: [
    409,
    "This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.",
  ],
  second_person_needed: [
    409,
    "This `limit` is far above what is usual: it waits until somebody else on staff approves it, or sets the same, within seven days.",
  ],
  project_is_deleted: [409, "The project is deleted, and its limits with it: restore it first."],
  proposal_not_found: [404, "There is no such proposal of a quota."],
  proposal_over: [409, "Nobody approved this quota within seven days: set it anew."],
  not_awaiting_approval: [409, "This quota does not wait for approval: somebody decided already."],
  not_your_own_proposal: [403, "You proposed this quota: somebody else decides it."],
  quota_exceeded: [429, "A limit of this project is reached."],
});

const path = { projectId: idOf("project"), metric };

export const listQuotas = operation({
  id: "listQuotas",
  at: "GET /api/projects/{projectId}/quotas",
  tag: "Limits",
  summary: "List a project's limits, their use, and where each comes from",
  permission: { developer: "projects:read" },
  path: { projectId: path.projectId },
  returns: [200, z.object({ items: z.array(Quota) })],
  refuses: refuse.declare("project_not_found"),
});

export const listProjectQuotas = operation({
  id: "listProjectQuotas",
  at: "GET /api/admin/projects/{projectId}/quotas",
  tag: "Staff: limits",
  summary: "List any project's limits, with those that staff set",
  permission: { staff: "viewer" },
  path: { projectId: path.projectId },
  returns: [200, z.object({ items: z.array(Quota), quotas: z.array(ProjectQuota) })],
  refuses: refuse.declare("project_not_found"),
});

export const setProjectQuota = operation({
  id: "setProjectQuota",
  at: "PUT /api/admin/projects/{projectId}/quotas/{metric}",
  tag: "Staff: limits",
  summary: "Set a project's own limit. A raise by much waits for somebody else's approval",
  permission: { staff: "operator" },
  path,
  body: { limit: limitValue, reason, confirm },
  ifMatch: "optional",
  returns: [200, ProjectQuota],
  refuses: refuse.declare("project_not_found", "project_is_deleted", "edited_meanwhile", "confirmation_needed", "second_person_needed"),
});

export const removeProjectQuota = operation({
  id: "removeProjectQuota",
  at: "DELETE /api/admin/projects/{projectId}/quotas/{metric}",
  tag: "Staff: limits",
  summary: "Take a project's own limit away: its plan's counts again",
  permission: { staff: "operator" },
  path,
  body: { reason, confirm },
  ifMatch: "optional",
  returns: [200, Quota],
  refuses: refuse.declare("project_not_found", "project_is_deleted", "quota_not_found", "edited_meanwhile", "confirmation_needed"),
});
