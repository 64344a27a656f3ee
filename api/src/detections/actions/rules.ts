import type { Context } from "../../platform/action.ts";
import { eachOf } from "../../platform/each.ts";
import { newId } from "../../platform/ids.ts";
import type { InputOf } from "../../platform/operation.ts";
import type { addDetectionRule, changeDetectionRule, DetectionRule, getDetectionRule, RuleTerms } from "../contract.ts";
import { refuse, removeDetectionRule, type validateDetectionRule } from "../contract.ts";
import { features } from "../features/features.ts";
import * as detections from "../queries/detections.ts";
import * as queries from "../queries/rules.ts";
import type { Rule } from "../rules/rule.ts";
import { shippedRules } from "../rules/shipped.ts";
import { validate } from "../rules/validate.ts";
import { closeDetection } from "./close.ts";

/** More than so many would be looked at for each project every few seconds. */
const enabledMax = 100;

export async function list({ db }: Context) {
  const [rows, judged] = [await queries.list(db), await queries.countVerdicts(db)];
  return { items: rows.map((row) => shown(row, judged)) };
}

export async function get({ db }: Context, { ruleId }: InputOf<typeof getDetectionRule>) {
  const row = await queries.find(db, ruleId);
  if (!row) throw refuse("rule_not_found");
  return shown(row, await queries.countVerdicts(db, ruleId));
}

export async function add(context: Context, { reason, ...terms }: InputOf<typeof addDetectionRule>) {
  const { db, now, actor } = context;
  const id = newId("rule");
  await check(context, id, terms);
  const row = await queries.insert(db, { ...terms, id, updatedBy: actor.id, isShipped: false }, now);
  if (!row) throw refuse("rule_key_taken");
  await queries.keepRevision(db, row, reason);
  context.audit({ target: id, reason, after: row });
  return shown(row, []);
}

/** Changes a rule. What is open of it goes on, and is found or not found by the rule as it is now. */
export async function change(context: Context, { ruleId, reason, ...terms }: InputOf<typeof changeDetectionRule>) {
  const { db, now, actor } = context;
  const before = await lock(context, ruleId);
  await check(context, ruleId, { ...before, ...terms });
  const after = await queries.update(db, ruleId, terms, actor.id, now);
  await queries.keepRevision(db, after, reason);
  context.audit({ target: ruleId, reason, before, after });
  return shown(after, await queries.countVerdicts(db, ruleId));
}

export async function remove(context: Context, { ruleId, reason }: InputOf<typeof removeDetectionRule>) {
  const { db, now, actor } = context;
  const before = await lock(context, ruleId);
  await queries.remove(db, ruleId, actor.id, now);
  for (const open of await detections.listOfRule(db, ruleId)) await closeDetection(context, open, "the rule was removed");
  context.audit({ target: ruleId, reason, before });
  return shown(before, await queries.countVerdicts(db, ruleId));
}

/** Says what is wrong with an expression, or what it would match of what nobody minds. */
export async function tryExpression(context: Context, { expression, subject }: InputOf<typeof validateDetectionRule>) {
  context.unchanged();
  const validated = validate(expression, subject);
  if (!validated.isValid) return { isValid: false, fault: validated.fault, features: [], warnings: [] };
  return { isValid: true, fault: null, features: [...validated.expression.features], warnings: [...validated.warnings] };
}

export const explain = async () => ({
  items: features.map(({ name, subjects, unit, explanation }) => ({ name, subjects: [...subjects], unit, explanation })),
});

/** Makes the rules that ship and were never here: one that staff removed stays away. */
export async function ensureShipped({ db, now, actor }: Context) {
  const known = new Set(await queries.listKeys(db));
  for (const rule of shippedRules.filter(({ key }) => !known.has(key))) {
    const row = await queries.insert(db, { ...toTerms(rule), id: newId("rule"), updatedBy: actor.id, isShipped: true }, now);
    if (row) await queries.keepRevision(db, row, "it ships with the platform");
  }
}

async function lock({ db, ifMatch }: Context, ruleId: string) {
  const rule = await queries.lock(db, ruleId);
  if (!rule) throw refuse("rule_not_found");
  if (ifMatch !== undefined && rule.revision !== ifMatch) throw refuse("edited_meanwhile");
  return rule;
}

async function check({ db }: Context, id: string, terms: RuleTerms): Promise<void> {
  if (kindOf(terms.settings) !== terms.kind) throw refuse("settings_of_another_kind");
  if (terms.isEnabled && (await queries.countEnabled(db, id)) >= enabledMax) throw refuse("too_many_rules");
  checkSettings(terms);
}

/** Of what a rule looks for, and what follows: that it can be. */
export function checkSettings({ mode, settings }: Pick<RuleTerms, "mode" | "settings">): void {
  if (!("expression" in settings)) return;
  const validated = validate(settings.expression, settings.subject);
  if (!validated.isValid) throw refuse("invalid_expression", { details: { fault: validated.fault } });
  if (settings.subject === "network" && mode === "act") throw refuse("networks_have_no_sanctions");
}

export const kindOf = (settings: RuleTerms["settings"]) =>
  "expression" in settings ? "pattern" : "metric" in settings ? "spike" : "error_rate";

/** A rule as it is written down: what only its kind has stands in its settings. */
function toTerms(rule: Omit<Rule, "id" | "revision">): RuleTerms {
  const { key, kind, title, description, isEnabled, mode, level, durationSeconds, cooldownSeconds, ...settings } = rule;
  return {
    key,
    kind,
    title,
    description,
    isEnabled,
    mode,
    level,
    durationSeconds,
    cooldownSeconds,
    settings: settings as RuleTerms["settings"],
  };
}

/** A rule as it is evaluated. */
export const toRule = ({ settings, ...row }: queries.Row): Rule => ({ ...row, ...settings }) as Rule;

const none = { truePositives: 0, falsePositives: 0, dismissed: 0, unjudged: 0 };

function shown(row: queries.Row, all: readonly queries.Judged[]): DetectionRule {
  const { truePositives, falsePositives, dismissed, unjudged } = all.find(({ ruleId }) => ruleId === row.id) ?? none;
  const judged = truePositives + falsePositives;
  const value = judged === 0 ? null : truePositives / judged;
  return { ...row, precision: { truePositives, falsePositives, dismissed, unjudged, value } };
}

export const removeMany = eachOf(removeDetectionRule, remove);
