import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import type * as contract from "./contract.ts";
import { refuse } from "./contract.ts";
import * as queries from "./queries.ts";

export async function get({ db }: Context, { projectId }: InputOf<typeof contract.getDataSettings>) {
  const settings = await queries.find(db, projectId);
  if (!settings) throw refuse("project_not_found");
  return settings;
}

type Wanted = InputOf<typeof contract.setDataSettings> & { readonly reason?: string };

/** Every process reads the project anew, so the next request sees it. */
export async function set(context: Context, { projectId, exposedSchemas, reason }: Wanted) {
  const before = await queries.lock(context.db, projectId);
  if (!before) throw refuse("project_not_found");
  if (context.ifMatch !== undefined && context.ifMatch !== before.revision) throw refuse("edited_meanwhile");
  if (before.status === "deleting") throw refuse("project_is_deleted");
  const after = await queries.expose(context.db, projectId, exposedSchemas, context.now);
  context.audit({
    target: projectId,
    projectId,
    reason,
    before: { exposedSchemas: before.exposedSchemas },
    after: { exposedSchemas: after.exposedSchemas },
  });
  context.announce(projectId);
  return after;
}
