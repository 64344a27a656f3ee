import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import type { InputOf } from "../platform/operation.ts";
import { type getFlag, refuse, removeFlag, type setFlag } from "./contract.ts";
import { faultsOf } from "./definition.ts";
import * as queries from "./queries.ts";

/** What processes are told went stale when any flag changed. */
const everyFlag = "flags";

export async function list({ db }: Context) {
  return { items: await queries.list(db) };
}

export async function get({ db }: Context, { key }: InputOf<typeof getFlag>) {
  const flag = await queries.find(db, key);
  if (!flag) throw refuse("flag_not_found");
  return flag;
}

/** Makes a flag or changes it, if flagd would take the definition. */
export async function set(context: Context, { key, definition, description, reason }: InputOf<typeof setFlag>) {
  const errors = faultsOf(key, definition);
  if (errors.length > 0) throw refuse("invalid_flag_definition", { details: { errors } });
  const before = await findForChange(context, key);
  const after = await queries.set(context.db, { key, definition, description, updatedBy: context.actor.id }, context.now);
  context.audit({ target: `flag:${key}`, reason, before, after });
  context.announce(everyFlag);
  return after;
}

export async function remove(context: Context, { key, reason }: InputOf<typeof removeFlag>) {
  const before = await findForChange(context, key);
  if (!before) throw refuse("flag_not_found");
  await queries.remove(context.db, key);
  context.audit({ target: `flag:${key}`, reason, before });
  context.announce(everyFlag);
  return before;
}

/** Of a flag that is not there the revision is 0. */
async function findForChange({ db, ifMatch }: Context, key: string) {
  const flag = await queries.lock(db, key);
  if (ifMatch !== undefined && (flag?.revision ?? 0) !== ifMatch) throw refuse("edited_meanwhile");
  return flag;
}

export const removeMany = eachOf(removeFlag, remove);
