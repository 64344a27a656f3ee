import type { StaffRole } from "../platform/permission.ts";

export const states = ["open", "overdue", "upheld", "lifted", "replaced", "closed"] as const;
export type State = (typeof states)[number];

export const decisions = ["uphold", "lift", "replace"] as const;
export type Decision = (typeof decisions)[number];

export const sides = ["owner", "staff"] as const;

/** What an appeal is once it was decided so. */
export const outcomeOf = { uphold: "upheld", lift: "lifted", replace: "replaced" } as const satisfies Record<Decision, State>;

export const isOpen = (state: State) => state === "open" || state === "overdue";

/** Staff who may decide appeals. */
export const decidingRoles: readonly StaffRole[] = ["operator", "admin"];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How long automation leaves a cause alone after an appeal was decided in the owner's favour. */
const sparedMs = 7 * dayMs;
/** No conversation is longer. */
export const messagesMax = 100;

const after = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

export const dueAt = (openedAt: string, hours: number) => after(openedAt, hours * hourMs);
export const sparedUntil = (now: string) => after(now, sparedMs);

/** Until when a sanction can be appealed; one that is not over has no such moment. */
export function appealableUntil({ endsAt, liftedAt }: { endsAt: string | null; liftedAt: string | null }, windowDays: number) {
  const over = [endsAt, liftedAt].filter((at) => at !== null).sort()[0];
  return over === undefined ? null : after(over, windowDays * dayMs);
}

/** The first moment at which staff are reminded: half of the time has gone by. */
export const remindedAt = ({ openedAt, dueAt }: { openedAt: string; dueAt: string }) =>
  after(openedAt, (Date.parse(dueAt) - Date.parse(openedAt)) / 2);
