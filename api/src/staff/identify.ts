import type { Actor } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { findLive } from "./queries.ts";

/** The member of staff of a live session, with the role they hold now. */
export async function findMember(db: Db, staffId: string, sessionId: string, now: string): Promise<Actor | undefined> {
  const member = await findLive(db, staffId, sessionId, now);
  return member && { kind: "staff", id: staffId, role: member.role, sessionId };
}
