import type { Context } from "../../platform/action.ts";
import { liftAutomatically } from "../../suspensions/index.ts";
import * as queries from "../queries/detections.ts";

/** Ends a detection, and the sanction that followed unless another detection by the same rule still holds it. */
export async function closeDetection(context: Context, open: queries.Open, reason: string): Promise<void> {
  await queries.end(context.db, [open.id], context.now);
  await liftFor(context, open, reason);
}

/** Lifts what followed from a rule's detections on a project, where no other open one of that rule is left. */
export async function liftFor(context: Context, { projectId, ruleId, suspensionId, id }: queries.Open, reason: string): Promise<void> {
  if (projectId === null || suspensionId === null) return;
  const others = await queries.listOfRule(context.db, ruleId);
  if (others.some((each) => each.projectId === projectId && each.id !== id && each.suspensionId !== null && each.verdict === null)) return;
  await liftAutomatically(context, { projectId, cause: "detection", causeId: ruleId, reason });
}
