import { judge, judgeDetection, judgeDetections, judgeMany, withdraw, withdrawVerdict } from "@nextmavens/api/detections";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import type { Row } from "../sight.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import type { States } from "./states.ts";

const back = (_detection: unknown, { id }: Row) => `/admin/resources/detections/records/${id}/show`;

const shared = {
  on: "record",
  consequence: "One that is not right, or dismissed, ends what followed from it at once, and counts for how precise its rule is.",
  words: { note: { label: "Note", hint: "Why you think so: for the audit log, and for whoever changes the rule." } },
  leadsTo: back,
} as const;

const verdict = offer(judgeDetection, judge, {
  ...shared,
  name: "judge",
  label: "Judge",
  heading: "Judge {}",
  given: ({ id }: Row) => ({ detectionId: String(id) }),
  isOffered: ({ state }) => state !== "judged",
  done: ({ verdict }) => `The verdict is: ${String(verdict).replace("_", " ")}.`,
});

const dismiss = offer(judgeDetection, judge, {
  ...shared,
  name: "dismiss",
  label: "Dismiss",
  heading: "Dismiss {}",
  given: ({ id }: Row) => ({ detectionId: String(id), verdict: "dismissed" as const }),
  isOffered: ({ state }) => state !== "judged",
  done: () => "The detection is dismissed.",
});

const takeBack = offer(withdrawVerdict, withdraw, {
  name: "withdraw",
  label: "Take verdict back",
  heading: "Take back the verdict on {}",
  on: "record",
  consequence:
    "It waits for a verdict again, as if none had been given. Only whose verdict it is can do so, and not where it ended a sanction.",
  given: ({ id }: Row) => ({ detectionId: String(id) }),
  isOffered: ({ state }) => state === "judged",
  words: { reason: { hint: "For the audit log." } },
  done: () => "The detection waits for a verdict again.",
  leadsTo: back,
});

const RuleOf = z.object({ id: z.string(), title: z.string() });

const states: States = {
  "going on": () => sql`verdict is null and ended_at is null`,
  quiet: () => sql`verdict is null and ended_at is not null`,
  judged: () => sql`verdict is not null`,
};
const stateOf = ({ verdict, ended_at }: Row) => (verdict !== null ? "judged" : ended_at === null ? "going on" : "quiet");

/** A network is known by a digest of its addresses alone: the beginning tells it from others. */
const subjectOf = ({ subject_kind, subject_id }: Row) =>
  subject_kind === "network" ? `Network ${String(subject_id).slice(0, 8)}` : String(subject_id);

export const detections: Plan = {
  table: "detections",
  title: "Detections",
  one: "detection",
  group: "Limits",
  about: "What rules found in requests, with all it was decided from. A person's verdict tells how precise a rule is.",
  empty: "Rules look at what projects are asked every few seconds; what they find appears here.",
  readableBy: "viewer",
  titledBy: "rule",
  titleOf: ({ rule, subject }, project) => `${project === "?" ? subject : project}: ${rule}`,
  columns: [
    { name: "rule", look: "title", isDerived: true, isWide: true },
    { name: "state", look: "badge", isDerived: true },
    { name: "verdict", look: "badge" },
    { name: "project_id", look: "id" },
    { name: "mode", look: "badge" },
    { name: "score", look: "count" },
    { name: "started_at", look: "time" },
    { name: "last_seen_at", look: "time", label: "Last seen" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [
    { name: "inputs", look: "code" },
    { name: "rule_id", look: "id", label: "Id of the rule" },
    { name: "suspension_id", look: "id", label: "Sanction" },
    { name: "verdict_by", look: "actor" },
    { name: "verdict_at", look: "time", label: "Judged" },
    { name: "verdict_note", look: "long" },
  ],
  sort: { by: "id", direction: "desc" },
  async enrich(rows, { reads }) {
    const ids = [...new Set(rows.map(({ rule_id }) => String(rule_id)))];
    const rules = await reads.transact("platform", (db) =>
      db.many(RuleOf, sql`select id, title from detection_rules where id = any(${ids})`),
    );
    const titles = new Map(rules.map(({ id, title }) => [id, title]));
    return rows.map((row) => ({
      ...row,
      subject: subjectOf(row),
      rule: titles.get(String(row["rule_id"])) ?? "A rule",
      state: stateOf(row),
    }));
  },
  states,
  offers: [verdict, dismiss, takeBack, offerForMany(dismiss, judgeDetections, judgeMany, { verdict: "dismissed" })],
  page: "detection",
};
