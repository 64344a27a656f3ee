import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { DetectionPageSight, Names, RecordAnswer, Row } from "../sight.ts";
import { coursesOf } from "./courses.ts";
import { recordsById } from "./records.ts";

/** What the page of a detection shows beside the record: the rule that made it, as it was then, and what was asked around that time. */
export async function detectionPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
): Promise<{ detection: DetectionPageSight; names: Names }> {
  const read = <T>(work: (db: Db) => Promise<T>) => sources.reads.transact("platform", work);
  const now = sources.engine.clock().getTime();
  const inputs: Row = JSON.parse(String(params["inputs"]));
  const [rule, similar, [sanction], courses] = await Promise.all([
    read((db) => ruleOf(db, params)),
    read((db) => similarTo(db, id, params)),
    recordsById(sources, visit, "suspensions", typeof params["suspension_id"] === "string" ? [params["suspension_id"]] : []),
    read((db) => coursesOf(db, params, inputs, now)),
  ]);
  const detection = { rule, similar, sanction, courses, inputs };
  return { detection, names: { ...names, ...(await namesIn(sources, [sanction?.params ?? {}])) } };
}

const RuleThen = z.object({ id: z.string(), revision: z.number(), isChanged: z.boolean(), description: z.string(), rule: z.unknown() });

const ruleOf = (db: Db, { rule_id, rule_revision }: Row) =>
  db.one(
    RuleThen,
    sql`
    select r.id, v.revision, r.revision <> v.revision as "isChanged", r.description, v.rule
    from detection_rules r join detection_rule_revisions v on v.rule_id = r.id
    where r.id = ${String(rule_id)} and v.revision = ${Number(rule_revision)}`,
  );

const Similar = z.object({ before: z.number(), falsePositives: z.number() });

/** What the same rule found of the same before. */
const similarTo = (db: Db, id: string, { rule_id, subject_id }: Row) =>
  db.one(
    Similar,
    sql`
    select count(*) as before, count(*) filter (where verdict = 'false_positive') as "falsePositives"
    from detections where rule_id = ${String(rule_id)} and subject_id = ${String(subject_id)} and id < ${id}`,
  );
