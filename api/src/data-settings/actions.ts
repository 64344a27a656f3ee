import { z } from "zod";
import type { Context } from "../platform/action.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { InputOf } from "../platform/operation.ts";
import { lookAsOwner } from "../tenants/index.ts";
import type * as contract from "./contract.ts";
import { refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { isReserved } from "./rules.ts";

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
  if (before.status === "provisioning") throw refuse("project_not_ready", { headers: { "retry-after": "2" } });
  await refuseUnknown(context, projectId, exposedSchemas);
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

const toldMax = 40;

/** Requests that mean a schema which is not there find nothing, so none is chosen by a slip of the pen. */
async function refuseUnknown(context: Context, projectId: string, wanted: readonly string[]) {
  const found = await lookAsOwner(context, projectId, queries.listSchemas).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    context.log.warn("a project's schemas could not be listed", { projectId, error });
    throw refuse("database_not_readable");
  });
  if (!found) throw refuse("database_not_there");
  const there = found.map(({ name }) => name).filter((name) => !isReserved(name));
  const choice = there.length > toldMax ? `${there.slice(0, toldMax).join(", ")}, …` : there.join(", ") || "none";
  const message = `is not a schema of the project's database, which has ${choice}`;
  const issues = wanted.flatMap((name, at) =>
    there.includes(name) ? [] : [{ code: "custom" as const, path: ["exposedSchemas", at], message: `"${name}" ${message}`, input: name }],
  );
  if (issues.length > 0) throw new z.ZodError(issues);
}
