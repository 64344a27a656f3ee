import {
  addDetectionRule,
  addRule,
  changeDetectionRule,
  changeRule,
  removeDetectionRule,
  removeDetectionRules,
  removeRule,
  removeRules,
  settingsOf,
} from "@nextmavens/api/detections";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import { countedAtMost, told } from "../adapter/index.ts";
import type { Row } from "../sight.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Parts } from "./parts.ts";
import type { Plan } from "./plan.ts";

const given = ({ id }: Row) => ({ ruleId: String(id) });
const words = {
  key: { hint: "What programs call it, as in many_downloads. It stays what it is." },
  kind: { hint: "A pattern of one window, a spike against other weeks, or mistaken requests of one endpoint. It stays what it is." },
  description: { hint: "What it finds and why that matters. Owners are told it." },
  isEnabled: { label: "Enabled" },
  mode: { hint: "Observe: staff see what it finds. Warn: whoever it is about is told. Act: the project is put under a sanction, too." },
  level: { label: "Strictest sanction", hint: "Counts in the mode act; the installation may set a lower ceiling." },
  durationSeconds: { label: "A sanction lasts at most", unit: "seconds", hint: "It ends sooner when nothing is found any more." },
  cooldownSeconds: { label: "Rests after it fell quiet", unit: "seconds", hint: "So long the same is no new detection." },
  reason: { hint: "For the audit log." },
};

const parts: Parts = {
  of: "settings",
  by: "kind",
  kinds: settingsOf,
  words: {
    subject: {
      label: "Whose requests",
      hint: "A project's, or all of a network (/24 of IPv4, /48 of IPv6). Networks can't be put under a sanction.",
    },
    expression: {
      kind: "expression",
      hint: "CEL: features and numbers, compared, and joined by && and ||. It finds a window for which it is true.",
    },
    windowSeconds: { label: "Window", unit: "seconds", hint: "So far back it looks, every few seconds." },
    metric: { label: "Metric", hint: "What is counted in five minutes." },
    threshold: {
      unit: "deviations",
      hint: "How far above the usual at this hour of the week it begins; 3.5 is what statisticians call an outlier.",
    },
    floor: { label: "At least", unit: "in five minutes", hint: "Less is no spike, however unusual. Of durationMs: milliseconds." },
    objective: {
      unit: "share",
      hint: "Which part of an endpoint's requests should succeed, from 0.94 to 0.9999. It is found where the rest is used up 14.4 times too fast for an hour, or 6 times for six.",
    },
    requestsMin: { label: "At least", unit: "requests", hint: "Fewer in the long window are too few to say." },
  },
};

const order = ["key", "title", "description", "kind", ...Object.values(settingsOf).flatMap(({ shape }) => Object.keys(shape)), "mode"];

const consequences = {
  of: "mode",
  words: {
    observe: "Nothing follows from what it finds but a detection that staff see.",
    warn: "Owners are told of what it finds in their projects; staff of what it finds in networks.",
    act: "Projects in which it finds something are put under the sanction at once, without anybody having looked.",
  },
} as const;

/**
 * Detections of the rule `r`, as far as they are counted. From the rule to the rule, in the order of the index: by an equality the planner would take a rule that found
 * nothing for one that found most, and read the whole table for it.
 */
export const found = sql`
  select from detections d where d.rule_id between r.id and r.id order by d.rule_id limit ${countedAtMost + 1}`;

const isThere = ({ removed_at }: Row) => removed_at === null;

const change = offer(changeDetectionRule, changeRule, {
  name: "change",
  label: "Change",
  heading: "Change the rule “{}”",
  on: "record",
  consequences,
  consequence: "From the next evaluation on, within seconds, it finds by these words. What it found before stays with the rule as it was.",
  given,
  isOffered: isThere,
  words,
  parts,
  order,
  start: ({ title, description, kind, is_enabled, mode, level, duration_seconds, cooldown_seconds, settings }) => ({
    ...{ title, description, kind, mode, level, isEnabled: String(is_enabled) },
    ...{ durationSeconds: duration_seconds, cooldownSeconds: cooldown_seconds },
    ...JSON.parse(String(settings)),
  }),
  done: ({ title }) => `“${title}” is changed.`,
});

const remove = offer(removeDetectionRule, removeRule, {
  name: "remove",
  label: "Remove",
  heading: "Remove the rule “{}”",
  on: "record",
  isGrave: true,
  consequence: "What it led to ends at once; what it found stays. One that came with the platform does not come back by itself.",
  given,
  isOffered: isThere,
  words: { reason: { hint: "For the audit log." } },
  done: ({ title }) => `“${title}” is removed.`,
});

/** Its form is that of a rule which is tried as well. */
export const addRuleOffer = offer(addDetectionRule, addRule, {
  name: "add",
  label: "New rule",
  on: "resource",
  consequences,
  consequence: "It is evaluated within seconds.",
  words,
  parts,
  order,
  start: () => ({
    ...{ kind: "pattern", mode: "observe", level: "throttled", isEnabled: "true", durationSeconds: 3_600, cooldownSeconds: 3_600 },
    ...{ subject: "project", expression: "requests > 1000", windowSeconds: 300 },
    ...{ metric: "requests", threshold: 8, floor: 1_500 },
    ...{ objective: 0.95, requestsMin: 200 },
  }),
  done: ({ title }) => `“${title}” is looked for.`,
  leadsTo: ({ id }) => `/admin/resources/detection_rules/records/${id}/show`,
});

const Judged = z.object({ id: z.string(), found: z.number(), right: z.number(), wrong: z.number() });

export const detectionRules: Plan = {
  table: "detection_rules",
  title: "Detection rules",
  one: "rule",
  group: "Limits",
  about: "What is looked for in requests, and what follows. Precision: detections judged right among those judged right or wrong.",
  empty: "The rules that come with the platform appear here.",
  readableBy: "viewer",
  titledBy: "title",
  columns: [
    { name: "title", look: "title", isWide: true },
    { name: "kind", look: "badge" },
    { name: "mode", look: "badge" },
    { name: "is_enabled", look: "yes-no", label: "Enabled" },
    { name: "level", look: "badge", label: "Strictest" },
    { name: "found", look: "count", isDerived: true, label: "Found" },
    { name: "precision", look: "text", isDerived: true },
    { name: "updated_at", look: "time", label: "Changed" },
  ],
  details: [
    { name: "description", look: "long" },
    { name: "settings", look: "code" },
    { name: "duration_seconds", look: "count", label: "Acts for (seconds)" },
    { name: "cooldown_seconds", look: "count", label: "Then rests for (seconds)" },
    { name: "is_shipped", look: "yes-no", label: "Came with the platform" },
    { name: "updated_by", look: "actor", label: "Changed by" },
  ],
  sort: { by: "title", direction: "asc" },
  async enrich(rows, { reads }) {
    const ids = rows.map(({ id }) => String(id));
    const judged = await reads.transact("platform", (db) =>
      db.many(
        Judged,
        sql`
        select r.id, (select count(*) from (${found}) counted) as found,
          count(*) filter (where j.verdict = 'true_positive') as right, count(*) filter (where j.verdict = 'false_positive') as wrong
        from unnest(${ids}::text[]) as r (id) left join detections j on j.rule_id = r.id and j.verdict is not null group by 1`,
      ),
    );
    const byRule = new Map(judged.map((each) => [each.id, each]));
    return rows.map((row) => {
      const { found = 0, right = 0, wrong = 0 } = byRule.get(String(row["id"])) ?? {};
      const share = right + wrong === 0 ? "not judged yet" : `${Math.round((100 * right) / (right + wrong))} % of ${right + wrong}`;
      return { ...row, found: told(found), precision: share };
    });
  },
  needs: ["settings", "removed_at"],
  offers: [addRuleOffer, change, remove, offerForMany(remove, removeDetectionRules, removeRules)],
  page: "rule",
};
