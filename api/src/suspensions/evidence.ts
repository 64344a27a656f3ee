import { createHash } from "node:crypto";
import type { Context } from "../platform/action.ts";
import { listKnown } from "../quotas/index.ts";

export const sealOf = (evidence: string) => createHash("sha256").update(evidence).digest("hex");

/** What is known when a sanction is decided, and the hash that shows later that nobody changed it: each limit with its use, and what led to it. */
export async function sealEvidence(context: Context, projectId: string, found: unknown) {
  const evidence = JSON.stringify({
    decidedAt: context.now,
    decidedBy: context.actor.id,
    limits: await listKnown(context, projectId),
    ...(found !== undefined && { found }),
  });
  return { evidence, evidenceSha256: sealOf(evidence) };
}
