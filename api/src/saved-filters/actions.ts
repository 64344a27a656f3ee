import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { mostOfOne, refuse, type removeSavedFilter, type renameSavedFilter, type saveFilter } from "./contract.ts";
import * as queries from "./queries.ts";

export async function list({ db, actor }: Context) {
  return { items: await queries.list(db, actor.id) };
}

export async function save({ db, actor, now, audit }: Context, input: InputOf<typeof saveFilter>) {
  await queries.holdMember(db, actor.id);
  if ((await queries.countOf(db, actor.id)) >= mostOfOne) throw refuse("too_many_saved_filters");
  const saved = await queries.insert(db, actor.id, { ...input, id: newId("savedFilter"), createdAt: now });
  if (!saved) throw refuse("saved_filter_name_taken");
  audit({ target: saved.id, after: saved });
  return saved;
}

export async function rename({ db, actor, audit }: Context, { filterId, name }: InputOf<typeof renameSavedFilter>) {
  const before = await held(db, actor.id, filterId);
  const after = await queries.rename(db, actor.id, filterId, name);
  if (!after) throw refuse("saved_filter_name_taken");
  audit({ target: filterId, before, after });
  return after;
}

export async function remove({ db, actor, audit }: Context, { filterId }: InputOf<typeof removeSavedFilter>) {
  const before = await held(db, actor.id, filterId);
  await queries.remove(db, filterId);
  audit({ target: filterId, before });
  return before;
}

/** Somebody else's is none. */
async function held(db: Context["db"], staffId: string, filterId: string) {
  await queries.holdMember(db, staffId);
  const filter = await queries.find(db, staffId, filterId);
  if (!filter) throw refuse("saved_filter_not_found");
  return filter;
}
