import { refusals } from "../refusal.ts";
import type { ShareLimits } from "./shares.ts";

/** As whom, and to which tenant's database, a session is opened. */
export interface Login {
  readonly tenantId: string;
  /** Whose the tenant is: all tenants of one owner have their part of the sessions together. */
  readonly ownerId?: string | undefined;
  /** What the tenant may have of its own limits; the process's may be fewer. */
  readonly sessionsMax?: number | undefined;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The shared role that its sessions take; none for the owner, who is nobody else. */
  readonly role?: "anon" | "authenticated" | "service_role";
}

export interface LoginLimits extends ShareLimits {
  readonly sessionsPerLoginMax: number;
  /** Logins under way at once: each costs both sides several milliseconds of computing. */
  readonly openingMax: number;
  readonly waitingPerLoginMax: number;
  readonly waitMs: number;
  readonly idleMs: number;
  /** A session is replaced after this long, and with it whatever piled up in its backend. */
  readonly lifeMs: number;
}

const defaults = {
  sessionsMax: 60,
  sessionsPerLoginMax: 6,
  openingMax: 4,
  waitingPerLoginMax: 500,
  waitMs: 10_000,
  idleMs: 5 * 60_000,
  lifeMs: 30 * 60_000,
} satisfies Partial<LoginLimits>;

/** With more sessions than these, more tenants have some, but none has more of them at work at once. */
const sharedByTenants = 120;
const sharedByOwners = 240;

/** A tenant may have a quarter of all sessions and an owner a third, of so many at most, but never less than one login may. */
export function completed(given: Partial<LoginLimits> = {}): LoginLimits {
  const limits = { ...defaults, ...given };
  const { sessionsMax, sessionsPerLoginMax: least } = limits;
  const perTenant = Math.max(least, Math.ceil(Math.min(sessionsMax, sharedByTenants) / 4));
  const perOwner = Math.max(least, Math.ceil(Math.min(sessionsMax, sharedByOwners) / 3));
  return { sessionsPerTenantMax: perTenant, sessionsPerOwnerMax: perOwner, ...limits };
}

/** Why somebody who waited for a session gets none. */
export const refuseSession = refusals({
  database_busy: [503, "The project's database has no free connection just now. Try again in a moment."],
  connections_exhausted: [503, "As many connections to the project's database as its limit `connections` allows are at work."],
  database_closing: [503, "The server is being restarted. Try again in a moment."],
});
export const retrySoon = { headers: { "retry-after": "1" } };

/** A tenant that has all the sessions its own limit allows is told so: waiting helps less than shorter statements, or a higher limit. */
export const refuseMore = (limit: number) =>
  refuseSession("connections_exhausted", {
    ...retrySoon,
    details: {
      metric: "connections",
      limit,
      details: `connections: ${limit} of ${limit} at work in this process.`,
      hint: "Make statements shorter or send fewer at a time, or ask for a higher limit; GET /api/projects/{projectId}/quotas tells it.",
    },
  });
