import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
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

/** The same words as conditions, so that a list can be narrowed to one of them. */
export type States = Readonly<Record<string, (now: string) => Sql>>;

export const keyStates: States = {
  live: (now) => sql`revoked_at is null and (expires_at is null or expires_at > ${now})`,
  expired: (now) => sql`revoked_at is null and expires_at <= ${now}`,
  revoked: () => sql`revoked_at is not null`,
};

export const overrideStates: States = {
  "in force": (now) => sql`ended_at is null and starts_at <= ${now} and ends_at > ${now}`,
  scheduled: (now) => sql`ended_at is null and starts_at > ${now} and ends_at > ${now}`,
  ended: (now) => sql`(ended_at is not null or ends_at <= ${now})`,
};

export const suspensionStates: States = {
  "in force": (now) => sql`lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`,
  scheduled: (now) => sql`lifted_at is null and starts_at > ${now} and (ends_at is null or ends_at > ${now})`,
  lifted: () => sql`lifted_at is not null and (ends_at is null or ends_at > lifted_at)`,
  ended: (now) => sql`(lifted_at is null and ends_at <= ${now} or ends_at <= lifted_at)`,
};

const isSuspended = (now: string) =>
  sql`exists (select from suspensions where project_id = projects.id and ${suspensionStates["in force"]?.(now) ?? sql`false`})`;

/** A suspension in force goes before what an active project's own row says. */
export const projectStates: States = {
  active: (now) => sql`status = 'active' and not ${isSuspended(now)}`,
  suspended: (now) => sql`status = 'active' and ${isSuspended(now)}`,
  provisioning: () => sql`status = 'provisioning'`,
  deleting: () => sql`status = 'deleting'`,
  purged: () => sql`status = 'purged'`,
};

export const flagStates: States = {
  enabled: () => sql`definition ->> 'state' = 'ENABLED'`,
  disabled: () => sql`definition ->> 'state' = 'DISABLED'`,
};
