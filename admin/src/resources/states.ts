import type { Row } from "../sight.ts";

/** Words for where a thing stands at a moment; the pages give each its colour. */

const isPast = (time: unknown, now: string) => typeof time === "string" && time <= now;

export const keyState = ({ revoked_at, expires_at }: Row, now: string) =>
  revoked_at ? "revoked" : isPast(expires_at, now) ? "expired" : "live";

export const periodState = ({ starts_at, ends_at, lifted_at, ended_at }: Row, now: string) => {
  if (lifted_at) return isPast(ends_at, String(lifted_at)) ? "ended" : "lifted";
  if (ended_at || isPast(ends_at, now)) return "ended";
  return isPast(starts_at, now) ? "in force" : "scheduled";
};

/** A row with the state that this rule tells. */
export const withState =
  (rule: (row: Row, now: string) => string) =>
  (rows: readonly Row[], { now }: { now: string }) =>
    rows.map((row) => ({ ...row, state: rule(row, now) }));
