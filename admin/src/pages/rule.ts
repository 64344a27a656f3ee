import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { Names, RecordAnswer, RulePageSight } from "../sight.ts";
import { newestOf } from "./records.ts";

const detectionsShown = 15;
const Counts = z.object({ right: z.number(), wrong: z.number(), dismissed: z.number(), unjudged: z.number() });

/** What the page of a rule shows beside the record: how precise it was and what it found. */
export async function rulePageOf(
  sources: Sources,
  visit: Visit,
  { record: { id }, names }: RecordAnswer,
): Promise<{ rule: RulePageSight; names: Names }> {
  const [counts, detections] = await Promise.all([
    sources.reads.transact("platform", (db) =>
      db.one(
        Counts,
        sql`
        select count(*) filter (where verdict = 'true_positive') as right, count(*) filter (where verdict = 'false_positive') as wrong,
          count(*) filter (where verdict = 'dismissed') as dismissed, count(*) filter (where verdict is null) as unjudged
        from detections where rule_id = ${id}`,
      ),
    ),
    newestOf(sources, visit, "detections", detectionsShown, { rule_id: id }),
  ]);
  const rows = detections.map(({ params }) => params);
  return { rule: { counts, detections }, names: { ...names, ...(await namesIn(sources, rows)) } };
}
