import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { DetectionPageSight, Names, RecordAnswer, Row } from "../sight.ts";
import { recordsById } from "./records.ts";
import { iso } from "./span.ts";

/** What the page of a detection shows beside the record: the rule that made it, as it was then, and what was asked around that time. */
export async function detectionPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
): Promise<{ detection: DetectionPageSight; names: Names }> {
  const read = <T>(work: (db: Db) => Promise<T>) => sources.reads.transact("platform", work);
  const now = sources.engine.clock().getTime();
  const inputs = Inputs.parse(JSON.parse(String(params["inputs"])));
  const [rule, similar, [sanction], course] = await Promise.all([
    read((db) => ruleOf(db, params)),
    read((db) => similarTo(db, id, params)),
    recordsById(sources, visit, "suspensions", typeof params["suspension_id"] === "string" ? [params["suspension_id"]] : []),
    params["project_id"] === null ? undefined : read((db) => courseOf(db, params, inputs, now)),
  ]);
  const detection = { rule, similar, sanction, course, inputs, marks: marksOf(inputs) };
  return { detection, names: { ...names, ...(await namesIn(sources, [sanction?.params ?? {}])) } };
}

const Inputs = z.looseObject({
  metric: z.string().optional().catch(undefined),
  threshold: z.number().optional().catch(undefined),
  baseline: z.object({ median: z.number(), deviation: z.number() }).optional().catch(undefined),
});

/** What is usual in five minutes, and from where on it is a spike. */
const marksOf = ({ baseline, threshold }: z.output<typeof Inputs>): DetectionPageSight["marks"] =>
  baseline && threshold !== undefined
    ? [
        { name: "baseline", label: "Usual", value: baseline.median },
        { name: "threshold", label: "Threshold", value: baseline.median + threshold * baseline.deviation },
      ]
    : [];

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

const stepMs = 300_000;
const hourMs = 3_600_000;
const stepsMost = 144;

const usageOf: Readonly<Record<string, string>> = { requests: "requests", rowsWritten: "rows_written", durationMs: "query_ms" };
const Point = z.object({ step: z.number(), value: z.number() });

/** The metric it is about, five minutes by five minutes, from three hours before until one after. */
async function courseOf(db: Db, params: Row, { metric = "requests" }: z.output<typeof Inputs>, now: number) {
  const started = Date.parse(String(params["started_at"]));
  const from = started - (started % stepMs) - 3 * hourMs;
  const last = Math.min(Date.parse(String(params["last_seen_at"])) + hourMs, now);
  const steps = Math.min(stepsMost, Math.ceil((last - from) / stepMs));
  const usage = usageOf[metric] ?? "requests";
  const found = await db.many(
    Point,
    sql`
    select floor(extract(epoch from minute - ${iso(from)}::timestamptz) * 1000 / ${stepMs}::bigint)::int as step, sum(total)::bigint as value
    from usage_metrics
    where project_id = ${String(params["project_id"])} and metric = ${usage} and minute >= ${iso(from)} and minute < ${iso(from + steps * stepMs)}
    group by 1`,
  );
  const values = new Map(found.map(({ step, value }) => [step, value]));
  return { metric: usage, from: iso(from), stepMs, points: Array.from({ length: steps }, (_, i) => values.get(i) ?? 0) };
}
