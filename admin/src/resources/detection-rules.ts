import { addDetectionRule, addRule, changeDetectionRule, changeRule, removeDetectionRule, removeRule } from "@nextmavens/api/detections";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

const given = ({ id }: Row) => ({ ruleId: String(id) });
const words = {
  level: { label: "Strictest level", hint: "The strictest sanction it may impose, in the mode act." },
  durationSeconds: { label: "Lasts at most (seconds)" },
  cooldownSeconds: { label: "Rests after it fell quiet (seconds)" },
  settings: {
    hint: 'Of patterns: {"subject", "expression", "windowSeconds"}; the expression is CEL over the features explained on a rule\'s page. Of spikes: {"metric", "threshold", "floor"}. Of error rates: {"objective", "requestsMin"}.',
  },
  reason: { hint: "For the audit log." },
};

const isThere = ({ removed_at }: Row) => removed_at === null;

const change = offer(changeDetectionRule, changeRule, {
  name: "change",
  label: "Change",
  heading: "Change the rule “{}”",
  on: "record",
  consequence: "From the next evaluation on, within seconds, it finds by these words. What it found before stays with the rule as it was.",
  given,
  isOffered: isThere,
  words,
  start: ({ title, description, is_enabled, mode, level, duration_seconds, cooldown_seconds, settings }) => ({
    ...{ title, description, mode, level, isEnabled: String(is_enabled) },
    ...{ durationSeconds: duration_seconds, cooldownSeconds: cooldown_seconds, settings },
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

const add = offer(addDetectionRule, addRule, {
  name: "add",
  label: "New rule",
  on: "resource",
  consequence: "It is evaluated within seconds. In the mode observe nothing follows but a detection that staff can see.",
  words,
  start: () => ({
    mode: "observe",
    isEnabled: "true",
    settings: JSON.stringify({ subject: "project", expression: "requests > 1000", windowSeconds: 300 }, null, 2),
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
    { name: "title", look: "title" },
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
    { name: "updated_by", look: "actor", label: "Changed by" },
  ],
  sort: { by: "title", direction: "asc" },
  async enrich(rows, { reads }) {
    const ids = rows.map(({ id }) => String(id));
    const judged = await reads.transact("platform", (db) =>
      db.many(
        Judged,
        sql`
        select rule_id as id, count(*) as found, count(*) filter (where verdict = 'true_positive') as right,
          count(*) filter (where verdict = 'false_positive') as wrong
        from detections where rule_id = any(${ids}) group by 1`,
      ),
    );
    const byRule = new Map(judged.map((each) => [each.id, each]));
    return rows.map((row) => {
      const { found = 0, right = 0, wrong = 0 } = byRule.get(String(row["id"])) ?? {};
      const share = right + wrong === 0 ? "not judged yet" : `${Math.round((100 * right) / (right + wrong))} % of ${right + wrong}`;
      return { ...row, found, precision: share };
    });
  },
  needs: ["settings", "removed_at"],
  offers: [add, change, remove],
  page: "rule",
};
