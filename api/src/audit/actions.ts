import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { type listAuditLogs, type listOwnAuditLogs, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { asOwnersSee } from "./rules.ts";

export async function list({ db }: Context, { cursor, limit, ...filter }: InputOf<typeof listAuditLogs>) {
  return toPage(await queries.list(db, filter, cursor, limit), limit);
}

export async function listOwn({ db }: Context, { projectId, cursor, limit }: InputOf<typeof listOwnAuditLogs>) {
  if (!(await queries.ownsProject(db, projectId))) throw refuse("project_not_found");
  const page = toPage(await queries.list(db, { projectId }, cursor, limit), limit);
  return { ...page, items: page.items.map(asOwnersSee) };
}
