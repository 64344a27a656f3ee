import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject, refuse, remove, removeAtOnce, restore } from "../projects/index.ts";
import { move, tellable } from "./actions.ts";
import { type deleteAnyProject, type purgeAnyProject, restoreAnyProject } from "./contract.ts";
import { deletedAtOnce, deletionScheduled, restored } from "./mails.ts";

/**
 * Suspends a project and has it deleted once its days of grace are over. The suspension holds why, sealed, and stays should the owner
 * restore it, so that restoring saves the data and does not undo what staff decided.
 */
export async function scheduleDeletion(context: Context, { projectId, reason, statement }: InputOf<typeof deleteAnyProject>) {
  const moved = await moveToDeletion(context, { projectId, reason, statement });
  const project = await remove(context, { projectId, reason: `${reason}: ${statement}` });
  const { id, developerId, purgeAt } = project;
  const told = { ...tellable(project, moved.suspension), purgeAt, restoreUrl: `${context.publicUrl}/api/projects/${id}/restore` };
  await notify(context, { to: { developerId }, projectId, ...deletionScheduled(told) });
  return project;
}

/** The same without days of grace, or in place of those that are left: nothing of it can be restored. */
export async function purgeAtOnce(context: Context, { projectId, name, reason, statement }: InputOf<typeof purgeAnyProject>) {
  const project = await getProject(context, { projectId });
  if (project.status === "purged") throw refuse("project_not_found");
  if (name !== project.name) throw refuse("name_does_not_match");
  if (project.status !== "deleting") await moveToDeletion(context, { projectId, reason, statement });
  const removed = await removeAtOnce(context, { projectId, reason: `${reason}: ${statement}` });
  const told = { projectId, projectName: name, reason, statement };
  await notify(context, { to: { developerId: project.developerId }, projectId, ...deletedAtOnce(told) });
  return removed;
}

async function moveToDeletion(context: Context, why: InputOf<typeof deleteAnyProject>) {
  const moved = await move(context, { ...why, level: "suspended", cause: "staff", causeId: null, endsAt: null }, "scheduled_for_deletion");
  if (!moved) throw refuse("project_is_deleted");
  return moved;
}

/** Takes a deletion back. A sanction that the project is under goes on until it is lifted. */
export async function restoreByStaff(context: Context, input: InputOf<typeof restoreAnyProject>) {
  const project = await restore(context, input);
  const { id: projectId, name: projectName, developerId } = project;
  await notify(context, { to: { developerId }, projectId, ...restored({ projectId, projectName }) });
  return project;
}

export const restoreMany = eachOf(restoreAnyProject, restoreByStaff);
