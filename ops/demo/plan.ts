import type { StaffRole } from "@nextmavens/api/platform/permission";
import type { Metric } from "@nextmavens/api/quotas";
import type { KindName, Rhythm } from "./kinds/index.ts";

/** A whole demo world before any of it is made. Times are days from the moment it is made; less than zero is the past. */
export interface WorldPlan {
  readonly seed: number;
  readonly staff: readonly StaffPlan[];
  readonly developers: readonly DeveloperPlan[];
  /** The oldest first, as they are made. */
  readonly projects: readonly ProjectPlan[];
  readonly flags: readonly FlagPlan[];
}

export interface StaffPlan {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** One who left can't sign in any more. */
  readonly hasLeft: boolean;
}

export interface DeveloperPlan {
  readonly email: string;
  readonly name: string;
  readonly plan: "free" | "pro";
  readonly joinedAt: number;
  readonly isVerified: boolean;
}

export interface ProjectPlan {
  readonly name: string;
  readonly owner: string;
  readonly ownersPlan: DeveloperPlan["plan"];
  readonly kind: KindName;
  readonly bornAt: number;
  /** Rows of the main table, inserted over REST. */
  readonly size: number;
  /** Rows added by SQL, so that the database is large. */
  readonly bulk: number;
  readonly use: Use;
  readonly keys: readonly KeyPlan[];
  readonly quotas: readonly QuotaPlan[];
  readonly overrides: readonly OverridePlan[];
  readonly suspensions: readonly SuspensionPlan[];
  /** Why staff asked to delete it at once, which waits for a second person. */
  readonly purge?: PurgePlan | undefined;
  /** Deleted by its owner, who can still restore it. */
  readonly isDeleted: boolean;
  /** What there is to see about it; most have nothing special. */
  readonly story: string | undefined;
  /** In which order the stories are worth showing. */
  readonly rank: number;
}

/** How much a project is used, and when. */
export interface Use {
  /** Requests on an average day, as of when the demo is made. */
  readonly perDay: number;
  /** Each day is so many times the day before: 1 is steady. */
  readonly growth: number;
  readonly rhythm: Rhythm | "nightly";
  readonly utcOffsetHours: number;
  /** When it was used for the last time, if it is asleep. */
  readonly lastAt?: number | undefined;
  /** A time of so many times the usual use. */
  readonly burst?: { readonly from: number; readonly to: number; readonly times: number } | undefined;
  /** A share of requests that fail, since then. */
  readonly failing?: { readonly from: number; readonly share: number } | undefined;
}

export interface KeyPlan {
  readonly name: string;
  readonly kind: "publishable" | "secret";
  /** Most are live. */
  readonly fate: "live" | "rotated" | "revoked" | "expired";
}

export interface QuotaPlan {
  readonly metric: Metric;
  /** A number, or how full the database shall be by it. */
  readonly limit: number | { readonly usedShare: number };
  readonly reason: string;
  readonly setAt: number;
}

export interface OverridePlan {
  readonly metric: Metric;
  readonly limit: number;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
  /** Ended by hand before its time. */
  readonly ended?: { readonly at: number; readonly reason: string } | undefined;
}

export interface SuspensionPlan {
  readonly reason: "abuse" | "billing" | "legal" | "security" | "other";
  readonly statement: string;
  readonly from: number;
  /** When it ends or ended by itself. */
  readonly to?: number | undefined;
  readonly lifted?: { readonly at: number; readonly reason: string } | undefined;
}

export interface PurgePlan {
  readonly reason: SuspensionPlan["reason"];
  readonly statement: string;
}

export interface FlagPlan {
  readonly key: string;
  readonly description: string;
  readonly definition: Readonly<Record<string, unknown>>;
}
