import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { get as getProject, refuse as refuseProject } from "../projects/index.ts";
import { hold, tellable } from "./actions.ts";
import { type changeSanctionEnd, refuse } from "./contract.ts";
import { endChanged } from "./mails.ts";
import * as queries from "./queries.ts";
import { isOver } from "./rules.ts";

/** Lets a sanction that staff imposed end later, earlier, or not before it is lifted; its owner is told why. */
export async function changeEnd(context: Context, { suspensionId, statement, ...wanted }: InputOf<typeof changeSanctionEnd>) {
  const { db, now, ifMatch } = context;
  const endsAt = wanted.endsAt ?? null;
  const before = await hold(context, suspensionId);
  const { projectId, startsAt } = before;
  if (ifMatch !== undefined && ifMatch !== before.revision) throw refuse("edited_meanwhile");
  if (isOver(before.state)) throw refuse("suspension_over");
  if (before.cause !== "staff") throw refuse("not_imposed_by_staff");
  if (endsAt !== null && (endsAt <= now || endsAt <= startsAt)) throw refuse("ends_in_the_past");
  if (endsAt === before.endsAt) throw refuse("ends_then_already");
  const project = await getProject(context, { projectId });
  if (project.status === "deleting" || project.status === "purged") throw refuseProject("project_is_deleted");
  await queries.setEnd(db, suspensionId, endsAt);
  const after = { ...before, endsAt, revision: before.revision + 1 };
  context.audit({ target: suspensionId, projectId, reason: statement, before, after });
  context.announce(projectId);
  const told = endChanged({ ...tellable(project, after), statement, endedAt: before.endsAt });
  await notify(context, { to: { developerId: project.developerId }, projectId, ...told });
  return after;
}
