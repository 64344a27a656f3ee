import { listProjectNotices, listProjectWebhooks, listTold, listWebhooksForStaff } from "@nextmavens/api/notices";
import type { Engine } from "@nextmavens/api/platform/action";
import { Refusal } from "@nextmavens/api/platform/refusal";
import type { Visit } from "../door/member.ts";
import type { ToldSight } from "../sight.ts";
import { asked, mayAsk } from "./asked.ts";

/** Who may read what owners were told: whoever the API lets. */
export const mayReadNotices = (visit: Visit) => mayAsk(visit, listProjectNotices);

/** What the owner of a project was told and how it went to them, and where the project is told by machine. */
export async function toldOf(engine: Engine, visit: Visit, projectId: unknown): Promise<ToldSight | Refusal> {
  const notices = await asked(engine, visit, listProjectNotices, listTold, { projectId });
  if (notices instanceof Refusal) return notices;
  const webhooks = await asked(engine, visit, listProjectWebhooks, listWebhooksForStaff, { projectId });
  if (webhooks instanceof Refusal) return webhooks;
  return { notices: notices.items, hasMore: notices.nextCursor !== null, webhooks: webhooks.items };
}
