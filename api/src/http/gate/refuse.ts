import { refusals } from "../../platform/refusal.ts";
import { type FeltLimit, type Metric, refusalHeaders, refuse as refuseQuota, resetsAt, windowOf } from "../../quotas/index.ts";
import { appealUrlOf, refuse as refuseSuspension, statusUrlOf } from "../../suspensions/index.ts";
import type { KeyRow } from "./records.ts";

const refuse = refusals({
  invalid_api_key: [401, "The API key is not valid: it may be mistyped, expired or revoked."],
  project_scheduled_for_deletion: [403, "This project was deleted. Its owner can restore it until it is purged."],
  project_not_ready: [503, "This project's database is still being made."],
});

/** What the gate may answer wherever a key is presented. */
export const gateRefusals = [
  ...refuse.all(),
  ...refuseSuspension.declare("project_suspended", "project_restricted"),
  ...refuseQuota.declare("quota_exceeded"),
];

export const invalidKey = (because: "malformed" | "unknown" | "expired" | "revoked") =>
  refuse("invalid_api_key", { details: { because }, headers: { "www-authenticate": "Bearer" } });

export const notReady = () => refuse("project_not_ready", { headers: { "retry-after": "2" } });

export const deleted = (purgeAt: string | null) => refuse("project_scheduled_for_deletion", { details: { purgeAt } });

/** A sanction that is felt, where it is felt. */
export interface Felt {
  readonly sanction: KeyRow["sanctions"][number];
  readonly projectId: string;
  readonly publicUrl: string;
}

export const suspended = (felt: Felt) => refuseSanction("project_suspended", felt);

export const restricted = (felt: Felt) => refuseSanction("project_restricted", felt);

const refuseSanction = (
  code: "project_suspended" | "project_restricted",
  { sanction: { id, level, reason, statement, endsAt }, projectId, publicUrl }: Felt,
) =>
  refuseSuspension(code, {
    details: {
      level,
      reason,
      statement,
      statusUrl: statusUrlOf(publicUrl, id),
      until: endsAt,
      appealUrl: appealUrlOf(publicUrl, { id, projectId }),
      ...shown(statement, `What to do is told at ${statusUrlOf(publicUrl, id)}`),
    },
  });

/** What clients of the dialect show of a refusal: they know `message`, `details` and `hint`. */
const shown = (details: string, hint: string) => ({ details, hint });

export interface Exceeded {
  readonly metric: Metric;
  readonly by: FeltLimit;
  readonly used: number;
  readonly now: number;
  /** How long to wait, where that is known better than by the window. */
  readonly waitMs?: number;
  readonly limitsUrl: string;
  /** What was asked for comes to more than what is left, while some is. */
  readonly isTooMuch?: boolean;
}

/** Which limit, what set it, how much is used, and when to come again. */
export function exceeded({ metric, by: { limit, source }, used, now, waitMs, limitsUrl, isTooMuch = false }: Exceeded) {
  const resets = waitMs === undefined ? resetsAt(metric, now) : new Date(now + waitMs).toISOString();
  const wait = resets === null ? undefined : Date.parse(resets) - now;
  return refuseQuota("quota_exceeded", {
    details: {
      metric,
      limit,
      used,
      source,
      window: windowOf[metric],
      resetsAt: resets,
      limitsUrl,
      ...shown(
        `${metric}: ${used} of ${limit} used${isTooMuch ? ", and this comes to more than what is left" : ""}; the limit comes from the project's ${source.kind}.`,
        resets === null ? "Make room, or ask for a higher limit." : `Try again after ${resets}, or ask for a higher limit.`,
      ),
    },
    headers: refusalHeaders(metric, limit, wait, now),
  });
}
