export const states = ["ahead", "in_force", "over"] as const;
export type State = (typeof states)[number];

interface Period {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
}

/** Where an override stands at a moment; it ends by its time, whether or not anything runs then. */
export function stateAt({ startsAt, endsAt, endedAt }: Period, now: string): State {
  if (endedAt !== null || endsAt <= now) return "over";
  return startsAt > now ? "ahead" : "in_force";
}
