import type { Actor } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { scopes } from "../platform/permission.ts";
import { digestOf } from "../platform/token.ts";
import * as queries from "./queries.ts";
import { isLive } from "./session-queries.ts";

/** The developer of a live session: signed in oneself, so all scopes. */
export const findSessionHolder = async (db: Db, developerId: string, sessionId: string, now: string): Promise<Actor | undefined> =>
  (await isLive(db, developerId, sessionId, now)) ? { kind: "developer", id: developerId, sessionId, scopes } : undefined;

/** The developer of a live personal access token, with that token's scopes. */
export async function findTokenHolder(db: Db, token: string, now: string): Promise<Actor | undefined> {
  const holder = await queries.findTokenHolder(db, digestOf(token), now);
  return (
    holder && { kind: "developer", id: holder.developerId, tokenId: holder.id, tokenExpiresAt: holder.expiresAt, scopes: holder.scopes }
  );
}
