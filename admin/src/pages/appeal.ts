import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { AppealPageSight, Names, RecordAnswer } from "../sight.ts";
import { recordsById } from "./records.ts";

const Message = z.object({
  id: z.string(),
  side: z.enum(["owner", "staff"]),
  body: z.string(),
  writtenAt: z.string(),
  writtenBy: z.string(),
});

/** What the page of an appeal shows beside the record: the conversation, and the sanction it is about. */
export async function appealPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
): Promise<{ appeal: AppealPageSight; names: Names }> {
  const [messages, [sanction]] = await Promise.all([
    sources.reads.transact("platform", (db) =>
      db.many(
        Message,
        sql`
        select id, side, body, written_at as "writtenAt", written_by as "writtenBy"
        from appeal_messages where appeal_id = ${id} order by id limit 200`,
      ),
    ),
    recordsById(sources, visit, "suspensions", [String(params["suspension_id"])]),
  ]);
  const people = messages.map(({ writtenBy }) => ({ writtenBy }));
  return { appeal: { messages, sanction }, names: { ...names, ...(await namesIn(sources, [...people, sanction?.params ?? {}])) } };
}
