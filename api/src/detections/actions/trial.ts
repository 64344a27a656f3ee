import type { Context } from "../../platform/action.ts";
import { newId } from "../../platform/ids.ts";
import { milder } from "../../suspensions/index.ts";
import { refuse, type TriedRule } from "../contract.ts";
import { findSummedSince } from "../queries/history.ts";
import { findRecordedSince } from "../queries/hours.ts";
import * as queries from "../queries/rules.ts";
import type { Rule } from "../rules/rule.ts";
import { baselineReachMs } from "../spikes.ts";
import type { Sighting } from "../trial/sightings.ts";
import { stepMs, Trial } from "../trial/trial.ts";
import { checkSettings, kindOf, toRule } from "./rules.ts";

/** Reading more closely takes longer than anybody waits: some ten seconds. */
const rowsMax = 400_000;

interface Asked {
  readonly rule: TriedRule;
  /** The saved rule in whose place it would be. */
  readonly ruleId: string | undefined;
  readonly projectId: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** Something that is not recorded for as long as the rule looks back. */
export interface Lack {
  readonly what: "requests" | "feature" | "usage_by_hour";
  /** Of a feature. */
  readonly name: string | null;
  readonly neededFrom: string;
  /** Null where nothing is. */
  readonly recordedFrom: string | null;
}

/** What a rule would have found. */
export interface Tried {
  readonly rule: Rule;
  readonly subjectKind: "project" | "network";
  readonly sightings: readonly Sighting[];
  /** What the rule finds as it is saved; undefined where none is. */
  readonly savedSightings: readonly Sighting[] | undefined;
  readonly subjectsTested: number;
  readonly rowsRead: number;
  readonly stepSeconds: number;
  /** Null where nothing of the range is recorded. */
  readonly evaluatedFrom: string | null;
  readonly lacks: readonly Lack[];
}

/** Tries a rule on what is recorded, and the saved one beside it: one evaluation tells both. */
export async function tryRule(context: Context, asked: Asked): Promise<Tried> {
  const { db, settings } = context;
  checkSettings(asked.rule);
  const rule = { ...ofTrial(asked.rule), level: milder(asked.rule.level, settings.automationCeiling) };
  const saved = asked.ruleId === undefined ? undefined : await findSaved(context, asked.ruleId);
  const subjectKind = rule.kind === "pattern" ? rule.subject : "project";
  if (subjectKind === "network" && asked.projectId !== undefined) throw refuse("networks_have_no_projects");
  const [from, to] = [Date.parse(asked.from), toStep(Date.parse(asked.to))];
  const trial = new Trial(db, { rules: saved ? [rule, saved] : [rule], from, to, projectId: asked.projectId, rowsMax });
  const sightings = await trial.run();
  if (!sightings) throw refuse("too_much_recorded");
  const since = await findRecordedSince(db);
  return {
    rule,
    subjectKind,
    sightings: sightings.filter(({ ruleId }) => ruleId === rule.id),
    savedSightings: saved && sightings.filter(({ ruleId }) => ruleId === saved.id),
    subjectsTested: trial.subjects.size,
    rowsRead: trial.rowsRead,
    stepSeconds: stepMs / 1_000,
    evaluatedFrom: since === null || since >= asked.to ? null : later(since, asked.from),
    lacks: [...lacksOf(trial, asked, since), ...(rule.kind === "spike" ? await lacksOfBaseline(context, asked) : [])],
  };
}

const toStep = (at: number) => at - (at % stepMs);
const later = (a: string, b: string) => (a > b ? a : b);
const before = (at: string, ms: number) => new Date(Date.parse(at) - ms).toISOString();

/** A rule that nobody saved is told from all that are. */
function ofTrial({ settings, ...terms }: TriedRule): Rule {
  const named = { id: newId("rule"), revision: 0, key: "tried", title: "tried", description: "tried", isEnabled: true };
  return { ...named, ...terms, kind: kindOf(settings), ...settings } as Rule;
}

async function findSaved({ db }: Context, ruleId: string): Promise<Rule> {
  const row = await queries.find(db, ruleId);
  if (!row) throw refuse("rule_not_found");
  return { ...toRule(row), isEnabled: true };
}

function lacksOf({ reachMs, featuresSince }: Trial, { from }: Asked, since: string | null): readonly Lack[] {
  const neededFrom = before(from, reachMs);
  const requests =
    since !== null && since <= neededFrom ? [] : [{ what: "requests", name: null, neededFrom, recordedFrom: since } as const];
  const ofFeatures = [...featuresSince].map(
    ([name, at]) => ({ what: "feature", name, neededFrom, recordedFrom: new Date(at).toISOString() }) as const,
  );
  return [...requests, ...ofFeatures];
}

async function lacksOfBaseline({ db }: Context, { from }: Asked): Promise<readonly Lack[]> {
  const neededFrom = before(from, baselineReachMs);
  const recordedFrom = await findSummedSince(db);
  return recordedFrom !== null && recordedFrom <= neededFrom ? [] : [{ what: "usage_by_hour", name: null, neededFrom, recordedFrom }];
}
