export const reasons = ["abuse", "billing", "legal", "security", "quota", "other"] as const;
export type Reason = (typeof reasons)[number];

/** How much a sanction takes away, the mildest first. */
export const levels = ["warned", "throttled", "restricted", "suspended"] as const;
export type Level = (typeof levels)[number];

/** What a sanction follows from: somebody's decision, a limit that is reached, or a rule that found something. */
export const causes = ["staff", "quota", "detection"] as const;
export type Cause = (typeof causes)[number];

export const states = ["ahead", "in_force", "ended", "lifted"] as const;
export type State = (typeof states)[number];

/** Where a project stands in its life with us. */
export type Standing = "active" | Level | "scheduled_for_deletion";

/** From where to where a project can be moved. Whatever is not here is refused. */
export const transitions: Readonly<Record<Standing, readonly Standing[]>> = {
  active: ["warned", "throttled", "restricted", "suspended", "scheduled_for_deletion"],
  warned: ["active", "throttled", "restricted", "suspended", "scheduled_for_deletion"],
  throttled: ["active", "warned", "restricted", "suspended", "scheduled_for_deletion"],
  restricted: ["active", "warned", "throttled", "suspended", "scheduled_for_deletion"],
  suspended: ["active", "warned", "throttled", "restricted", "scheduled_for_deletion"],
  scheduled_for_deletion: ["active", "warned", "throttled", "restricted", "suspended"],
};

const strictness = (level: Level) => levels.indexOf(level);

export const strictest = <Sanction extends { readonly level: Level }>(sanctions: readonly Sanction[]): Sanction | undefined =>
  sanctions.reduce<Sanction | undefined>(
    (found, each) => (found && strictness(found.level) >= strictness(each.level) ? found : each),
    undefined,
  );

/** What automation may impose: no more than the ceiling that the configuration sets. */
export const milder = (wanted: Level, ceiling: Level): Level => (strictness(wanted) <= strictness(ceiling) ? wanted : ceiling);

interface Period {
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly liftedAt: string | null;
}

/** Where a sanction stands at a moment; it ends by its time, whether or not anything runs then. */
export function stateAt({ startsAt, endsAt, liftedAt }: Period, now: string): State {
  const hasEnded = endsAt !== null && endsAt <= now;
  if (liftedAt !== null) return endsAt !== null && liftedAt >= endsAt ? "ended" : "lifted";
  if (hasEnded) return "ended";
  return startsAt > now ? "ahead" : "in_force";
}

/** One that lies ahead, as after a clock was set back, is not over. */
export const isOver = (state: State) => state === "ended" || state === "lifted";

export const statusUrlOf = (publicUrl: string, id: string) => `${publicUrl}/status/suspensions/${id}`;

/** Where a project's owner appeals against a sanction, by POST. */
export const appealUrlOf = (publicUrl: string, { id, projectId }: { readonly id: string; readonly projectId: string }) =>
  `${publicUrl}/api/projects/${projectId}/suspensions/${id}/appeals`;

/** What the reasons are called when people read them. */
export const reasonNames = {
  abuse: "use against the rules",
  billing: "an open bill",
  legal: "a legal demand",
  security: "a danger to security",
  quota: "a limit that is reached",
  other: "another reason",
} as const satisfies Record<Reason, string>;

/** What the owner can do about each. */
export const remedies = {
  abuse: "Read the statement, stop what it describes, and appeal with what you changed.",
  billing: "Settle the open bill. Service resumes once the payment has arrived; your data stays as it is.",
  legal: "Read the statement; we can't resume service before the demand is settled. If it is met or wrong, appeal.",
  security: "Revoke the project's API keys, find out how they were misused, and appeal with what you found.",
  quota: "Delete what you don't need, or ask for a higher limit. This ends by itself within a minute of the project being under its limit.",
  other: "Read the statement, and appeal if it is wrong or settled.",
} as const satisfies Record<Reason, string>;

/** What a sanction does, as its owner is told. */
export const effects = {
  warned: "Nothing is refused yet.",
  throttled: "It is served at a tenth of its requests per second while this lasts. Nothing is deleted.",
  restricted:
    "Everything can still be read, exported and deleted while this lasts, but nothing can be added or changed. Nothing is deleted by us.",
  suspended: "Its API keys are refused while this lasts. By itself it deletes nothing.",
} as const satisfies Record<Level, string>;

/** How a project is, in a sentence. */
export const standings = {
  warned: "is warned",
  throttled: "is slowed down",
  restricted: "can only be read",
  suspended: "is suspended",
} as const satisfies Record<Level, string>;

/** What is true again once a sanction is over. */
export const afterwards = {
  warned: "has no warning any more",
  throttled: "is served at full speed again",
  restricted: "can be written to again",
  suspended: "is served again",
} as const satisfies Record<Level, string>;
