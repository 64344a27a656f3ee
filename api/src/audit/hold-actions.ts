import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { type endAuditHold, type listAuditHolds, type placeAuditHold, refuse } from "./hold-contract.ts";
import * as queries from "./hold-queries.ts";

export async function listHolds({ db }: Context, { cursor, limit }: InputOf<typeof listAuditHolds>) {
  return toPage(await queries.list(db, cursor, limit), limit);
}

export async function placeHold({ db, actor, now, audit }: Context, { reason }: InputOf<typeof placeAuditHold>) {
  const hold = await queries.insert(db, { id: newId("hold"), reason, placedBy: actor.id, now });
  audit({ target: hold.id, reason, after: hold });
  return hold;
}

export async function endHold({ db, actor, now, audit }: Context, { holdId, reason }: InputOf<typeof endAuditHold>) {
  const before = await queries.lock(db, holdId);
  if (!before) throw refuse("hold_not_found");
  if (before.endedAt !== null) throw refuse("hold_ended");
  const after = await queries.end(db, holdId, { by: actor.id, reason, now });
  audit({ target: holdId, reason, before, after });
  return after;
}
