import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";

export const Project = z
  .object({
    id: idOf("project"),
    developerId: idOf("developer"),
    name: z.string(),
    region: z.string(),
    status: z.enum(["provisioning", "active", "deleting", "purged"]),
    createdAt: z.string(),
    purgeAt: z.string().nullable().meta({ description: "when a deleted project can no longer be restored" }),
    revision: z.number(),
  })
  .meta({ id: "Project", description: "What a developer builds: a database, its keys and its limits." });
export type Project = z.output<typeof Project>;

export const OwnProject = Project.extend({
  statusUrl: z
    .string()
    .meta({ description: "a page that tells how the project stands and needs no key: whoever has its address can read it" }),
}).meta({ id: "OwnProject", description: "A project as its owner sees it." });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  project_name_taken: [409, "You have a project of this name already."],
  region_not_found: [422, "There is no such region."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  project_is_deleted: [409, "The project is deleted already."],
  project_is_being_purged: [409, "The project can not be restored any more: its days of grace are over."],
  too_many_projects: [
    409,
    "You have as many projects as your plan allows (GET /api/developer/plan); deleted ones count until they are purged.",
  ],
  name_does_not_match: [422, "`name` is not what the project is called: look again whether this is the one you mean."],
  account_is_deleted: [409, "The account was deleted meanwhile."],
  project_not_deleted: [409, "The project is not deleted, so there is nothing to restore."],
});

const path = { projectId: idOf("project") };

export const createProject = operation({
  id: "createProject",
  at: "POST /api/projects",
  tag: "Projects",
  summary: "Make a project with a database of its own",
  permission: { developer: "projects:write" },
  body: { name: Name, region: z.string().max(31).optional() },
  returns: [201, Project],
  refuses: refuse.declare("project_name_taken", "region_not_found", "too_many_projects", "account_is_deleted"),
});

export const listProjects = operation({
  id: "listProjects",
  at: "GET /api/projects",
  tag: "Projects",
  summary: "List my projects, newest first",
  permission: { developer: "projects:read" },
  query: pagingOf("project"),
  returns: [200, pageOf(Project)],
});

export const getProject = operation({
  id: "getProject",
  at: "GET /api/projects/{projectId}",
  tag: "Projects",
  summary: "A project of mine",
  permission: { developer: "projects:read" },
  path,
  returns: [200, OwnProject],
  refuses: refuse.declare("project_not_found"),
});

export const renameProject = operation({
  id: "renameProject",
  at: "PATCH /api/projects/{projectId}",
  tag: "Projects",
  summary: "Give a project another name",
  permission: { developer: "projects:write" },
  path,
  body: { name: Name },
  returns: [200, Project],
  ifMatch: "required",
  refuses: refuse.declare("project_not_found", "project_name_taken", "edited_meanwhile", "project_is_deleted"),
});

export const deleteProject = operation({
  id: "deleteProject",
  at: "DELETE /api/projects/{projectId}",
  tag: "Projects",
  summary: "Delete a project; it can be restored until purgeAt",
  permission: { developer: "projects:write" },
  path,
  returns: [200, Project],
  ifMatch: "optional",
  refuses: refuse.declare("project_not_found", "project_is_deleted", "edited_meanwhile"),
});

export const restoreProject = operation({
  id: "restoreProject",
  at: "POST /api/projects/{projectId}/restore",
  tag: "Projects",
  summary: "Take a deletion back",
  permission: { developer: "projects:write" },
  path,
  returns: [200, Project],
  refuses: refuse.declare("project_not_found", "project_not_deleted", "project_is_being_purged"),
});

export const listAllProjects = operation({
  id: "listAllProjects",
  at: "GET /api/admin/projects",
  tag: "Staff",
  summary: "List everybody's projects, newest first",
  permission: { staff: "viewer" },
  query: { ...pagingOf("project"), developerId: idOf("developer").optional(), status: Project.shape.status.optional() },
  returns: [200, pageOf(Project)],
});

export const getAnyProject = operation({
  id: "getAnyProject",
  at: "GET /api/admin/projects/{projectId}",
  tag: "Staff",
  summary: "A project",
  permission: { staff: "viewer" },
  path,
  returns: [200, Project],
  refuses: refuse.declare("project_not_found"),
});
