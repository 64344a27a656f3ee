import type { Actor, Context } from "../platform/action.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Db } from "../platform/db/store.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { get as getProject } from "../projects/index.ts";
import { lookAsOwner } from "../tenants/index.ts";
import { type lookAtRows, type openRows, refuse } from "./row-contract.ts";
import { findTable, lookInto } from "./row-look.ts";
import * as queries from "./row-queries.ts";

/** The break-glass session that acts; whoever came in the usual way is shown no rows. */
function glassOf(actor: Actor) {
  const glass = actor.kind === "staff" ? actor.brokenGlass : undefined;
  if (!glass) throw refuse("only_behind_broken_glass");
  return glass;
}

/** Escalates to one table of one project, for the rest of the session. */
export async function open(context: Context, { projectId, schema, table }: InputOf<typeof openRows>): Promise<OutputOf<typeof openRows>> {
  const { sessionId, why = "" } = glassOf(context.actor);
  await getProject(context, { projectId });
  await reading(context, projectId, (db) => findTable(db, { schema, table }));
  const access = { id: newId("rowAccess"), projectId, schema, table, reason: why, openedAt: context.now };
  const opened = await queries.insertAccess(context.db, access, sessionId);
  context.audit({ target: projectId, projectId, after: { schema, table } });
  return opened;
}

/** What was looked for and how much was found is written down; what was found is not. */
export async function look(
  context: Context,
  { accessId, filters, limit, offset }: InputOf<typeof lookAtRows>,
): Promise<OutputOf<typeof lookAtRows>> {
  const access = await queries.findAccess(context.db, accessId, glassOf(context.actor).sessionId);
  if (!access) throw refuse("rows_not_open");
  const { projectId, schema, table } = access;
  const found = await reading(context, projectId, (db) => lookInto(db, { schema, table }, { filters, limit, offset }));
  context.audit({ target: projectId, projectId, after: { schema, table, filters, offset, rows: found.rows.length } });
  return found;
}

async function reading<T>(context: Context, projectId: string, work: (db: Db) => Promise<T>): Promise<T> {
  const found = await lookAsOwner(context, projectId, async (db) => ({ is: await work(db) })).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    context.log.warn("rows could not be read", { projectId, error });
    throw refuse("rows_not_readable");
  });
  if (!found) throw refuse("database_not_there");
  return found.is;
}
