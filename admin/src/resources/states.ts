import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import { type Level, levels } from "@nextmavens/api/suspensions";
import type { Row } from "../sight.ts";

/** Words for where a thing stands at a moment; the pages give each its colour. */

export const isPast = (time: unknown, now: string) => typeof time === "string" && time <= now;

export const keyState = ({ revoked_at, expires_at }: Row, now: string) =>
  revoked_at ? "revoked" : isPast(expires_at, now) ? "expired" : "live";

export const periodState = ({ starts_at, ends_at, lifted_at, ended_at }: Row, now: string) => {
  if (lifted_at) return isPast(ends_at, String(lifted_at)) ? "ended" : "lifted";
  if (ended_at || isPast(ends_at, now)) return "ended";
  return isPast(starts_at, now) ? "in force" : "scheduled";
};

export const requestState = ({ decision, ends_at }: Row, now: string) =>
  typeof decision === "string" ? decision : isPast(ends_at, now) ? "expired" : "waiting";

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

export const requestStates: States = {
  waiting: (now) => sql`decision is null and ends_at > ${now}`,
  expired: (now) => sql`decision is null and ends_at <= ${now}`,
  approved: () => sql`decision = 'approved'`,
  rejected: () => sql`decision = 'rejected'`,
};

export const suspensionStates: States = {
  "in force": (now) => sql`lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`,
  scheduled: (now) => sql`lifted_at is null and starts_at > ${now} and (ends_at is null or ends_at > ${now})`,
  lifted: () => sql`lifted_at is not null and (ends_at is null or ends_at > lifted_at)`,
  ended: (now) => sql`(lifted_at is null and ends_at <= ${now} or ends_at <= lifted_at)`,
};

const inForce = (now: string) => suspensionStates["in force"]?.(now) ?? sql`false`;
const isUnder = (level: string, now: string) =>
  sql`exists (select from suspensions where project_id = projects.id and level = ${level} and ${inForce(now)})`;
const isUnderAny = (now: string) => sql`exists (select from suspensions where project_id = projects.id and ${inForce(now)})`;

/** The strictest sanction in force goes before what an active project's own row says. */
const isAt = (level: Level) => (now: string) => {
  const stricter = levels.slice(levels.indexOf(level) + 1).map((each) => sql`and not ${isUnder(each, now)}`);
  return stricter.reduce((conditions, each) => sql`${conditions} ${each}`, sql`status = 'active' and ${isUnder(level, now)}`);
};

export const projectStates: States = {
  active: (now) => sql`status = 'active' and not ${isUnderAny(now)}`,
  suspended: isAt("suspended"),
  restricted: isAt("restricted"),
  throttled: isAt("throttled"),
  warned: isAt("warned"),
  provisioning: () => sql`status = 'provisioning'`,
  deleting: () => sql`status = 'deleting'`,
  purged: () => sql`status = 'purged'`,
};

export const flagStates: States = {
  enabled: () => sql`definition ->> 'state' = 'ENABLED'`,
  disabled: () => sql`definition ->> 'state' = 'DISABLED'`,
};
