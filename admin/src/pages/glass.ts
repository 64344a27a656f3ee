import { get, getBreakGlass } from "@nextmavens/api/break-glass";
import { perform } from "@nextmavens/api/platform/action";
import { powers } from "@nextmavens/api/platform/broken-glass";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { GlassPageSight, Names, RecordAnswer } from "../sight.ts";

/** What the page of a session behind broken glass shows beside the record: its transcript. */
export async function glassPageOf(
  sources: Sources,
  { actor, request }: Visit,
  { record: { id }, names }: RecordAnswer,
): Promise<{ glass: GlassPageSight; names: Names }> {
  const { transcript } = await perform(sources.engine, { operation: getBreakGlass, actor, request }, get, { sessionId: id });
  const targets = transcript.map(({ target, what }) => ({ target, what }));
  return { glass: { transcript, powers: Object.values(powers) }, names: { ...names, ...(await namesIn(sources, targets)) } };
}
