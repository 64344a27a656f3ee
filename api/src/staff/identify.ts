import type { Actor } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { findLive } from "./queries.ts";

export type StaffActor = Extract<Actor, { kind: "staff" }>;

export interface LiveMember {
  readonly actor: StaffActor;
  readonly email: string;
  readonly name: string;
}

/** The member of staff of a live session, with the role they hold now. `why` is what the request says for an escalation. */
export async function findLiveMember(
  db: Db,
  { staffId, sessionId, now, why }: { staffId: string; sessionId: string; now: string; why: string | undefined },
): Promise<LiveMember | undefined> {
  const found = await findLive(db, staffId, sessionId, now);
  if (!found) return undefined;
  const { role, email, name, breakGlassId, isDrill } = found;
  const glass =
    breakGlassId === null ? {} : { breakGlass: breakGlassId, brokenGlass: { sessionId: breakGlassId, isDrill: isDrill === true, why } };
  return { actor: { kind: "staff", id: staffId, role, sessionId, ...glass }, email, name };
}
