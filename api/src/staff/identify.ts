import type { Actor } from "../platform/action.ts";
import type { Db } from "../platform/db/store.ts";
import { findLive, noteSeen } from "./session-queries.ts";

export type StaffActor = Extract<Actor, { kind: "staff" }>;

/** Who acts, where only staff can. */
export function actingStaff(actor: Actor): StaffActor {
  if (actor.kind !== "staff") throw new Error("only staff gets here");
  return actor;
}

export interface LiveMember {
  readonly actor: StaffActor;
  readonly email: string;
  readonly name: string;
}

interface Asked {
  readonly staffId: string;
  readonly sessionId: string;
  readonly now: string;
  readonly why: string | undefined;
  readonly idleMinutes: number;
  /** A page asks by itself: nobody is at it, as far as it knows. */
  readonly isUnattended?: boolean;
}

/** How exactly it is known when a session was last used. */
const seenToMs = 60_000;

/** What was last used before is idle for too long. */
export const idleSince = (now: string, idleMinutes: number) => new Date(Date.parse(now) - idleMinutes * 60_000).toISOString();

/** The member of staff of a live session, with the role they hold now. `why` is what the request says for an escalation. */
export async function findLiveMember(
  db: Db,
  { staffId, sessionId, now, why, idleMinutes, isUnattended = false }: Asked,
): Promise<LiveMember | undefined> {
  const found = await findLive(db, staffId, sessionId, now, idleSince(now, idleMinutes));
  if (!found) return undefined;
  if (!isUnattended && Date.parse(now) - Date.parse(found.lastSeenAt) >= seenToMs) await noteSeen(db, sessionId, now);
  const { role, email, name, breakGlassId, isDrill, hasTotp, provenAt } = found;
  const glass =
    breakGlassId === null
      ? { proof: { hasTotp, at: provenAt } }
      : { breakGlass: breakGlassId, brokenGlass: { sessionId: breakGlassId, isDrill: isDrill === true, why } };
  return { actor: { kind: "staff", id: staffId, role, sessionId, ...glass }, email, name };
}
