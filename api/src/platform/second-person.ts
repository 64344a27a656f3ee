/** What somebody asks for waits until another person decides it: the rules that everything of the kind follows. */

const dayMs = 86_400_000;
/** How long the only person who could decide waits before deciding their own. */
const aloneAfterMs = dayMs;

/** Until when the second person may decide. */
export const waitsUntil = (askedAt: string): string => new Date(Date.parse(askedAt) + 7 * dayMs).toISOString();

/** Where something stands that waits for a second person. */
export const waitingStates = ["awaiting_approval", "approved", "rejected", "expired"] as const;

interface Waiting<Decision extends string> {
  /** What became of it, or null while nobody decided. */
  readonly decision: Decision | null;
  /** Until when somebody may decide. */
  readonly endsAt: string;
}

export const waitingStateAt = <Decision extends string>({ decision, endsAt }: Waiting<Decision>, now: string) =>
  decision ?? (endsAt <= now ? "expired" : "awaiting_approval");

/** What keeps somebody from deciding: somebody did, it is too late, or it is their own. */
export function obstacleOf(waiting: Waiting<string>, askedBy: string, { now, actor }: { now: string; actor: { id: string } }) {
  const state = waitingStateAt(waiting, now);
  if (state === "expired") return "too_late";
  if (state !== "awaiting_approval") return "decided";
  return actor.id === askedBy ? "own" : undefined;
}

interface Deciding {
  readonly decider: string;
  /** Whose doing it is that is decided on. */
  readonly doneBy: string;
  /** Since when it waits. */
  readonly since: string;
  readonly now: string;
  /** Whether anybody else on staff could decide. */
  readonly hasOthers: boolean;
}

/** From when the only person who could decide may decide their own. */
export const aloneFrom = (since: string): string => new Date(Date.parse(since) + aloneAfterMs).toISOString();

/** Nobody decides on their own; where nobody else could, they may after a day, and that is marked. */
export function judge({ decider, doneBy, since, now, hasOthers }: Deciding): "another" | "alone" | "not_own" | { readonly from: string } {
  if (decider !== doneBy) return "another";
  if (hasOthers) return "not_own";
  const from = aloneFrom(since);
  return now >= from ? "alone" : { from };
}
