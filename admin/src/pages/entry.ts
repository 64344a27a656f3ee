import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { EntryPageSight, Names, RecordAnswer } from "../sight.ts";

const Snapshot = z.record(z.string(), z.unknown());

/** What is kept of a record is one more often than not; what is none stands as a field of its own. */
function snapshotOf(text: unknown): EntryPageSight["before"] {
  if (typeof text !== "string") return null;
  const value: unknown = JSON.parse(text);
  if (value === null) return null;
  const { success, data } = Snapshot.safeParse(value);
  return success ? data : { value };
}

/** What the page of an entry of the audit log shows beside it: what became of its target. */
export async function entryPageOf(
  sources: Sources,
  _visit: Visit,
  { record: { params }, names }: RecordAnswer,
): Promise<{ entry: EntryPageSight; names: Names }> {
  const entry = { before: snapshotOf(params["before"]), after: snapshotOf(params["after"]) };
  const inside = await namesIn(sources, [entry.before ?? {}, entry.after ?? {}]);
  return { entry, names: { ...names, ...inside } };
}
