import { type Lack, type Sighting, type Tried, tryRule } from "../detections/index.ts";
import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import type { RuleBacktest, RuleChange } from "./contract.ts";
import * as queries from "./queries.ts";
import { byDay, minutesOf, type Range, sum } from "./rules.ts";

/** Tries a rule on recorded requests. */
export async function tryRuleChange(context: Context, { rule, ruleId, projectId }: RuleChange, range: Range): Promise<RuleBacktest> {
  if (projectId !== undefined) await getProject(context, { projectId });
  const tried = await tryRule(context, { rule, ruleId, projectId, ...range });
  const named = new Map((await queries.listNamed(context.db, projectIdsOf(tried))).map((each) => [each.projectId, each]));
  const isThere = ({ subject }: Sighting) => subject.kind === "network" || named.has(subject.id);
  const sightings = tried.sightings.filter(isThere);
  const { subjectKind, subjectsTested, rowsRead, stepSeconds, evaluatedFrom } = tried;
  return {
    ...{ kind: "rule", ...range, evaluatedFrom, lacks: tried.lacks.map(told), stepSeconds, rowsRead, subjectKind, subjectsTested },
    tells: tried.rule.mode === "observe" ? "nobody" : subjectKind === "project" ? "owner" : "staff",
    sanction: tried.rule.mode === "act" ? tried.rule.level : null,
    found: bySubject(tried, sightings, named),
    days: daysOf(tried, sightings, range),
  };
}

const projectIdsOf = ({ sightings }: Tried) => [
  ...new Set(sightings.filter(({ subject }) => subject.kind === "project").map(({ subject }) => subject.id)),
];

const consequences = {
  requests: "What was before is not looked at: something may have been found there, and windows and rates begin empty.",
  feature: "Before that it counts as 0.",
  usage_by_hour: "Where too few hours are known, the plan's limit evenly spread is taken for what is usual, as it would have been then.",
} as const satisfies Record<Lack["what"], string>;
const told = (lack: Lack) => ({ ...lack, consequence: consequences[lack.what] });

const detectionsShown = 100;
const iso = (at: number) => new Date(at).toISOString();
const periodOf = ({ from, to }: { from: number; to: number }) => ({ from: iso(from), to: iso(to) });

/** Those found for longest first. */
function bySubject(
  { rule, subjectKind, savedSightings }: Tried,
  sightings: readonly Sighting[],
  named: ReadonlyMap<string, queries.Named>,
): RuleBacktest["found"] {
  const saved = savedSightings && new Set(savedSightings.map(({ subject }) => subject.id));
  const found = [...Map.groupBy(sightings, ({ subject }) => subject.id)].map(([subjectId, of]) => {
    const { projectId = null, name = null, developerId = null } = named.get(subjectId) ?? {};
    const sanctions = of.flatMap((each) => each.sanctions.map(periodOf));
    return {
      ...{ subjectKind, subjectId, projectId, name, developerId },
      isFoundNow: saved ? saved.has(subjectId) : null,
      firstAt: iso(Math.min(...of.map(({ from }) => from))),
      minutes: minutesOf(of.map(periodOf)),
      worst: Math.max(...of.map(({ score }) => score)),
      detections: of.slice(0, detectionsShown).map((each) => detectionOf(each, rule.level)),
      detectionsCount: of.length,
      sanctionsCount: sanctions.length,
      sanctionMinutes: minutesOf(sanctions),
    };
  });
  return found.sort((a, b) => b.minutes - a.minutes || b.worst - a.worst);
}

const detectionOf = (sighting: Sighting, level: Tried["rule"]["level"]): RuleBacktest["found"][number]["detections"][number] => {
  const { endpoint, score, worstAt, inputs, sanctions } = sighting;
  const followed = sanctions.map((each) => ({ level, ...periodOf(each) }));
  return { ...periodOf(sighting), endpoint, score, worstAt: iso(worstAt), inputs: { ...inputs }, sanctions: followed };
};

const daysOf = ({ evaluatedFrom }: Tried, sightings: readonly Sighting[], range: Range): RuleBacktest["days"] =>
  byDay(
    range,
    sightings.map((each) => ({ ...each, from: iso(each.from) })),
  ).map(({ day, of }) => ({
    day,
    isRecorded: evaluatedFrom !== null && (evaluatedFrom <= day || evaluatedFrom === range.from),
    subjects: new Set(of.map(({ subject }) => subject.id)).size,
    detections: of.length,
    sanctions: sum(of.map(({ sanctions }) => sanctions.length)),
  }));
