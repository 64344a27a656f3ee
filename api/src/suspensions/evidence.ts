import { createHash } from "node:crypto";
import type { Context } from "../platform/action.ts";
import { listKnown } from "../quotas/index.ts";
import * as queries from "./queries.ts";

export const sealOf = (evidence: string) => createHash("sha256").update(evidence).digest("hex");

/** How long what was detected speaks for a sanction after it fell quiet. */
const lateMs = 7 * 86_400_000;

/** What was detected of a project lately, and was not judged to be a mistake. */
export const listDetected = ({ db, now }: Pick<Context, "db" | "now">, projectId: string) =>
  queries.listDetected(db, projectId, new Date(Date.parse(now) - lateMs).toISOString());

/**
 * What is known when a sanction is decided, and the hash that shows later that nobody changed it: each limit with its use, what was
 * detected lately, and what led to it.
 */
export async function sealEvidence(context: Context, projectId: string, found: unknown) {
  const evidence = JSON.stringify({
    decidedAt: context.now,
    decidedBy: context.actor.id,
    limits: await listKnown(context, projectId),
    detections: await listDetected(context, projectId),
    ...(found !== undefined && { found }),
  });
  return { evidence, evidenceSha256: sealOf(evidence) };
}
