import { waitingStateAt } from "../platform/second-person.ts";
import { effectiveLimits, type Limit, type LimitSources, type Metric } from "../quotas/index.ts";

export const states = ["awaiting_approval", "rejected", "expired", "ahead", "in_force", "over"] as const;
export type State = (typeof states)[number];

interface Period {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  /** Of one that needs a second person: what that said, or null while nobody did. */
  readonly decision?: "approved" | "rejected" | null | undefined;
}

/** Where an override stands at a moment; it ends by its time, whether or not anything runs then. */
export function stateAt({ startsAt, endsAt, endedAt, decision }: Period, now: string): State {
  const waiting = decision === undefined ? "approved" : waitingStateAt({ decision, endsAt }, now);
  if (waiting !== "approved") return waiting;
  if (endedAt !== null || endsAt <= now) return "over";
  return startsAt > now ? "ahead" : "in_force";
}

/** A beginning that was typed as now is a moment ago when it arrives. */
const graceMs = 5 * 60_000;
export const isLongPast = (startsAt: string, now: string) => Date.parse(startsAt) < Date.parse(now) - graceMs;

export const later = (a: string, b: string) => (a > b ? a : b);

type Planned = Period & { readonly id: string; readonly metric: Metric; readonly limit: number };

/** What limits the project just before an override, while it lasts, and after it; quota and plan are taken as they are today. */
export function effectsOf(override: Planned, others: readonly Planned[], usual: Omit<LimitSources, "overrides">) {
  const overrides = [override, ...others.filter(({ id }) => id !== override.id)].map(asLimit);
  const at = (ms: number): Limit => effectiveLimits({ ...usual, overrides }, ms).limits[override.metric];
  const [starts, ends] = [Date.parse(override.startsAt), Date.parse(endOf(override))];
  return { before: at(starts - 1), during: at(starts), after: at(ends) };
}

const endOf = ({ endsAt, endedAt }: Period) => (endedAt !== null && endedAt < endsAt ? endedAt : endsAt);
const asLimit = (each: Planned) => ({ ...each, endsAt: endOf(each) });
