import { get, getApproval } from "@nextmavens/api/approvals";
import { perform } from "@nextmavens/api/platform/action";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { ApprovalPageSight, Names, RecordAnswer } from "../sight.ts";

/** What the page of an act that waits for a second person shows beside the record: exactly what it will change. */
export async function approvalPageOf(
  sources: Sources,
  { actor, request }: Visit,
  { record: { id }, names }: RecordAnswer,
): Promise<{ approval: ApprovalPageSight; names: Names }> {
  const { effects, state } = await perform(sources.engine, { operation: getApproval, actor, request }, get, { approvalId: id });
  return {
    approval: { effects, isWaiting: state === "awaiting_approval" },
    names: { ...names, ...(await namesIn(sources, effects)) },
  };
}
