export const reasons = ["abuse", "billing", "legal", "security", "other"] as const;
export type Reason = (typeof reasons)[number];

export const states = ["ahead", "in_force", "ended", "lifted"] as const;
export type State = (typeof states)[number];

interface Period {
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly liftedAt: string | null;
}

/** Where a suspension stands at a moment; it ends by its time, whether or not anything runs then. */
export function stateAt({ startsAt, endsAt, liftedAt }: Period, now: string): State {
  const hasEnded = endsAt !== null && endsAt <= now;
  if (liftedAt !== null) return endsAt !== null && liftedAt >= endsAt ? "ended" : "lifted";
  if (hasEnded) return "ended";
  return startsAt > now ? "ahead" : "in_force";
}

export const statusUrlOf = (publicUrl: string, id: string) => `${publicUrl}/status/suspensions/${id}`;

/** What the reasons are called when people read them. */
export const reasonNames = {
  abuse: "use against the rules",
  billing: "an open bill",
  legal: "a legal demand",
  security: "a danger to security",
  other: "another reason",
} as const satisfies Record<Reason, string>;

/** What the owner can do about each. */
export const remedies = {
  abuse: "Read the statement, stop what it describes, and answer the mail you got with what you changed.",
  billing: "Settle the open bill. Service resumes once the payment has arrived; your data stays as it is.",
  legal: "Read the statement and answer the mail you got; we can't resume service before the demand is settled.",
  security: "Revoke the project's API keys, find out how they were misused, and answer the mail you got with what you found.",
  other: "Read the statement and answer the mail you got.",
} as const satisfies Record<Reason, string>;
