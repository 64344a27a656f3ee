import { get, getMessage } from "@nextmavens/api/notices";
import { perform } from "@nextmavens/api/platform/action";
import type { Visit } from "../door/member.ts";
import type { Sources } from "../resources/answers.ts";
import type { MessagePageSight, RecordAnswer } from "../sight.ts";

/** What the page of a message shows beside its record: what the API lets its reader read of what it says. */
export async function messagePageOf(
  { engine }: Sources,
  { actor, request }: Visit,
  { record: { id } }: RecordAnswer,
): Promise<{ message: MessagePageSight }> {
  const { body } = await perform(engine, { operation: getMessage, actor, request }, get, { messageId: id });
  return { message: { body, isMasked: engine.mailer !== undefined } };
}
