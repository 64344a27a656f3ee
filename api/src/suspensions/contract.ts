import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { Project, refuse as refuseProject } from "../projects/index.ts";
import { causes, levels, reasons, states } from "./rules.ts";

export const Suspension = z
  .object({
    id: idOf("suspension"),
    projectId: idOf("project"),
    level: z.enum(levels).meta({ description: "what it takes away: nothing yet, speed, growth, or all service" }),
    cause: z
      .enum(causes)
      .meta({ description: "what it follows from; those of a limit or a detection end by themselves when that is gone" }),
    reason: z.enum(reasons),
    statement: z.string().meta({ description: "what the owner is told" }),
    state: z.enum(states),
    startsAt: z.string(),
    endsAt: z.string().nullable().meta({ description: "when it ends by itself" }),
    liftedAt: z.string().nullable(),
    statusUrl: z.string().meta({ description: "a page that tells about it and needs no key" }),
  })
  .meta({ id: "Suspension", description: "A period in which a project is under a sanction, and why." });
export type Suspension = z.output<typeof Suspension>;

export const StaffSuspension = Suspension.extend({
  imposedBy: z.string(),
  liftedBy: z.string().nullable(),
  liftReason: z.string().nullable(),
  causeId: z.string().nullable().meta({ description: "the metric of a limit, or the rule of a detection" }),
  evidenceSha256: z.string().nullable().meta({ description: "of the evidence as it was when it was decided, in hexadecimal" }),
  followsId: z.string().nullable().meta({ description: "the sanction that this one took the place of" }),
  revision: z.int(),
}).meta({ id: "StaffSuspension", description: "A sanction with who imposed and who lifted it, and what it rests on." });
export type StaffSuspension = z.output<typeof StaffSuspension>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  suspension_not_found: [404, "There is no such suspension."],
  already_suspended: [409, "This project is already suspended."],
  already_sanctioned: [409, "This project is under this sanction already, or somebody just put it under another: look again."],
  suspension_over: [409, "This suspension is over already."],
  not_imposed_by_staff: [
    409,
    "This sanction follows from a limit or a detection, and ends by itself when that is gone: lift it, or impose one of your own.",
  ],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  ends_then_already: [409, "This sanction ends then already."],
  ends_in_the_past: [422, "`endsAt` must lie in the future."],
  project_suspended: [403, "This project is suspended."],
  project_restricted: [403, "This project can only be read and made smaller for now."],
});

const path = { projectId: idOf("project") };

const terms = {
  reason: z.enum(reasons),
  statement: textOf(2000).meta({ description: "what the owner is told: what happened, and what to do" }),
  endsAt: moment.optional().meta({ description: "when it ends by itself; open if left out" }),
};
const level = z.enum(levels).meta({
  description: "`warned`: nothing is refused; `throttled`: a tenth of the requests per second; `restricted`: nothing can grow; `suspended`",
});

export const sanctionProject = operation({
  id: "sanctionProject",
  at: "POST /api/admin/projects/{projectId}/sanctions",
  tag: "Staff: sanctions",
  summary: "Put a project under a sanction, or move the one that staff put it under to another level",
  permission: { staff: "operator" },
  isSensitive: true,
  path,
  body: { level, ...terms },
  returns: [201, StaffSuspension],
  refuses: [
    ...refuse.declare("project_not_found", "already_sanctioned", "ends_in_the_past"),
    ...refuseProject.declare("project_is_deleted"),
  ],
});

export const deleteAnyProject = operation({
  id: "deleteAnyProject",
  at: "DELETE /api/admin/projects/{projectId}",
  tag: "Staff: sanctions",
  summary: "Suspend a project and schedule its deletion: its owner is told why, and can restore it until purgeAt",
  permission: { staff: "admin" },
  isSensitive: true,
  path,
  forTwo: { where: "where `DELETION_GRACE_DAYS` is 0", when: ({ after }) => after?.["graceDays"] === 0 },
  body: { reason: terms.reason, statement: terms.statement },
  returns: [200, Project],
  refuses: refuseProject.declare("project_not_found", "project_is_deleted"),
});

export const purgeAnyProject = operation({
  id: "purgeAnyProject",
  at: "POST /api/admin/projects/{projectId}/purge",
  tag: "Staff: sanctions",
  summary: "Delete a project at once and for good, without days of grace or before they are over; its owner is told why",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: { when: () => true },
  path,
  body: {
    name: z.string().max(200).meta({ description: "what the project is called, to be sure which one is meant", example: "Field notes" }),
    reason: terms.reason,
    statement: terms.statement,
  },
  returns: [200, Project],
  refuses: refuseProject.declare("project_not_found", "project_is_being_purged", "name_does_not_match"),
});

const Detected = z.object({
  id: idOf("detection"),
  ruleId: idOf("rule"),
  ruleRevision: z.int(),
  title: z.string().meta({ description: "what its rule finds" }),
  score: z.number(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
  endedAt: z.string().nullable(),
  verdict: z.string().nullable(),
});

export const ProjectStakes = z
  .object({
    liveKeys: z.int().meta({ description: "keys that serve now" }),
    openSessions: z.int().meta({ description: "sessions of its database that are open" }),
    requestsLastHour: z.int().meta({ description: "that were served" }),
    writesLastHour: z.int().meta({ description: "those of them that write" }),
    databaseBytes: z.int().nullable().meta({ description: "as it was measured last; null where it was not, or there is none" }),
    purgeAt: z.string().nullable().meta({ description: "when it goes for good, where its deletion is scheduled" }),
    graceDays: z.int().meta({ description: "days between a deletion and the purge, where one were scheduled now" }),
    detections: z.array(Detected).meta({
      description:
        "of the last seven days, without those judged to be mistakes: evidence of a sanction, sealed with each limit and its use",
    }),
    appealWindowDays: z.int().meta({ description: "days after a sanction's end in which its owner may still appeal" }),
  })
  .meta({
    id: "ProjectStakes",
    description: "What a project has going on that a suspension ends or refuses, a deletion takes away, and a sanction would rest on.",
  });
export type ProjectStakes = z.output<typeof ProjectStakes>;

export const getProjectStakes = operation({
  id: "getProjectStakes",
  at: "GET /api/admin/projects/{projectId}/stakes",
  tag: "Staff: sanctions",
  summary: "Count what suspending, restricting or deleting a project would end, refuse or take away",
  permission: { staff: "viewer" },
  path,
  returns: [200, ProjectStakes],
  refuses: refuse.declare("project_not_found"),
});

export const restoreAnyProject = operation({
  id: "restoreAnyProject",
  at: "POST /api/admin/projects/{projectId}/restore",
  tag: "Staff: sanctions",
  summary: "Take a project's deletion back; a sanction that it is under goes on",
  permission: { staff: "admin" },
  path,
  body: { reason: textOf(1000).meta({ description: "why, for the audit log" }) },
  returns: [200, Project],
  refuses: refuseProject.declare("project_not_found", "project_not_deleted", "project_is_being_purged"),
});

export const restoreAnyProjects = ofMany(restoreAnyProject, {
  id: "restoreAnyProjects",
  at: "POST /api/admin/projects/restore",
  summary: "Take the deletion of many projects back for one reason",
});

export const getEvidence = operation({
  id: "getEvidence",
  at: "GET /api/admin/suspensions/{suspensionId}/evidence",
  tag: "Staff: sanctions",
  summary: "Read what was known when a sanction was decided, and whether it is still what was sealed then",
  permission: { staff: "viewer" },
  path: { suspensionId: idOf("suspension") },
  returns: [
    200,
    z.object({
      evidence: z.unknown().meta({ description: "null once nobody can appeal any more" }),
      sha256: z.string().nullable(),
      isIntact: z.boolean().meta({ description: "whether the evidence still has the hash that was taken when it was decided" }),
    }),
  ],
  refuses: refuse.declare("suspension_not_found"),
});

export const suspendProject = operation({
  id: "suspendProject",
  at: "POST /api/admin/projects/{projectId}/suspensions",
  tag: "Staff: sanctions",
  summary: "Suspend a project: its keys are refused and its open sessions end",
  permission: { staff: "operator" },
  isSensitive: true,
  path,
  body: terms,
  returns: [201, StaffSuspension],
  refuses: [
    ...refuse.declare("project_not_found", "already_suspended", "ends_in_the_past"),
    ...refuseProject.declare("project_is_deleted"),
  ],
});

export const liftSuspension = operation({
  id: "liftSuspension",
  at: "POST /api/admin/suspensions/{suspensionId}/lift",
  tag: "Staff: sanctions",
  summary: "Lift a suspension or another sanction: the project is served again at once",
  permission: { staff: "operator" },
  path: { suspensionId: idOf("suspension") },
  body: { reason: textOf(1000) },
  returns: [200, StaffSuspension],
  refuses: refuse.declare("suspension_not_found", "suspension_over"),
});

export const liftSuspensions = ofMany(liftSuspension, {
  id: "liftSuspensions",
  at: "POST /api/admin/suspensions/lift",
  summary: "Lift many suspensions or other sanctions for one reason",
});

export const changeSanctionEnd = operation({
  id: "changeSanctionEnd",
  at: "PUT /api/admin/suspensions/{suspensionId}/end",
  tag: "Staff: sanctions",
  summary: "Let a sanction that staff imposed end later, earlier, or not before it is lifted; its owner is told",
  permission: { staff: "operator" },
  path: { suspensionId: idOf("suspension") },
  body: {
    endsAt: terms.endsAt,
    statement: terms.statement.meta({ description: "what the owner is told: why it ends then; for the audit log as well" }),
  },
  ifMatch: "optional",
  returns: [200, StaffSuspension],
  refuses: [
    ...refuse.declare(
      "suspension_not_found",
      "suspension_over",
      "not_imposed_by_staff",
      "edited_meanwhile",
      "ends_then_already",
      "ends_in_the_past",
    ),
    ...refuseProject.declare("project_is_deleted"),
  ],
});

export const listProjectSuspensions = operation({
  id: "listProjectSuspensions",
  at: "GET /api/admin/projects/{projectId}/suspensions",
  tag: "Staff: sanctions",
  summary: "List any project's suspensions and other sanctions, newest first",
  permission: { staff: "viewer" },
  path,
  query: pagingOf("suspension"),
  returns: [200, pageOf(StaffSuspension)],
  refuses: refuse.declare("project_not_found"),
});

export const listAllSuspensions = operation({
  id: "listAllSuspensions",
  at: "GET /api/admin/suspensions",
  tag: "Staff: sanctions",
  summary: "List the suspensions and other sanctions of all projects, newest first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("suspension"),
    isOver: z.enum(["true", "false"]).optional().meta({ description: "those that ended or were lifted, or those that did not" }),
  },
  returns: [200, pageOf(StaffSuspension)],
});

export const listSuspensions = operation({
  id: "listSuspensions",
  at: "GET /api/projects/{projectId}/suspensions",
  tag: "Limits",
  summary: "List a project's suspensions and other sanctions, newest first",
  permission: { developer: "projects:read" },
  path,
  query: pagingOf("suspension"),
  returns: [200, pageOf(Suspension)],
  refuses: refuse.declare("project_not_found"),
});
