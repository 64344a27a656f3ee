import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import type { InputOf } from "../platform/operation.ts";
import { refuse, remove, restore } from "../projects/index.ts";
import { move, tellable } from "./actions.ts";
import { type deleteAnyProject, restoreAnyProject } from "./contract.ts";
import { deletionScheduled, restored } from "./mails.ts";

/**
 * Suspends a project and has it deleted once its days of grace are over. The suspension holds why, sealed, and stays should the owner
 * restore it, so that restoring saves the data and does not undo what staff decided.
 */
export async function scheduleDeletion(context: Context, { projectId, reason, statement }: InputOf<typeof deleteAnyProject>) {
  const suspended = { projectId, level: "suspended", cause: "staff", causeId: null, reason, statement, endsAt: null } as const;
  const moved = await move(context, suspended, "scheduled_for_deletion");
  if (!moved) throw refuse("project_is_deleted");
  const project = await remove(context, { projectId, reason: `${reason}: ${statement}` });
  const { id, developerId, purgeAt } = project;
  const told = { ...tellable(project, moved.suspension), purgeAt, restoreUrl: `${context.publicUrl}/api/projects/${id}/restore` };
  await notify(context, { to: { developerId }, projectId, ...deletionScheduled(told) });
  return project;
}

/** Takes a deletion back. A sanction that the project is under goes on until it is lifted. */
export async function restoreByStaff(context: Context, input: InputOf<typeof restoreAnyProject>) {
  const project = await restore(context, input);
  const { id: projectId, name: projectName, developerId } = project;
  await notify(context, { to: { developerId }, projectId, ...restored({ projectId, projectName }) });
  return project;
}

export const restoreMany = eachOf(restoreAnyProject, restoreByStaff);
