import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { digestOf, newToken, shownPrefix } from "../platform/token.ts";
import { type createToken, refuse, type revokeToken } from "./contract.ts";
import * as queries from "./queries.ts";
import { defaultExpiry, mayExpireAt } from "./rules.ts";

export async function create(context: Context, { name, scopes, expiresAt: wanted }: InputOf<typeof createToken>) {
  const { actor, db, now } = context;
  const held = actor.kind === "developer" ? actor.scopes : [];
  if (scopes.some((scope) => !held.includes(scope))) throw refuse("scope_not_held", { details: { held } });
  const latest = actor.kind === "developer" ? actor.tokenExpiresAt : undefined;
  const expiresAt = wanted ?? defaultExpiry(now, latest);
  if (!mayExpireAt(expiresAt, now, latest)) throw refuse("expiry_out_of_range", { details: { latest } });
  const token = newToken("nm_pat");
  const made = await queries.insertToken(db, {
    id: newId("token"),
    developerId: actor.id,
    name,
    prefix: shownPrefix("nm_pat", token),
    hash: digestOf(token),
    scopes: [...new Set(scopes)],
    expiresAt,
    now,
  });
  context.audit({ target: made.id, after: made });
  return { ...made, token };
}

export const list = async ({ actor, db, now }: Context) => ({ items: await queries.listTokens(db, actor.id, now) });

export async function revoke(context: Context, { tokenId }: InputOf<typeof revokeToken>) {
  if ((await queries.revokeToken(context.db, context.actor.id, tokenId, context.now)) === 0) throw refuse("token_not_found");
  context.audit({ target: tokenId });
  return undefined;
}
