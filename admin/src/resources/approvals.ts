import { grant, grantApproval, reject, rejectApproval, withdraw, withdrawApproval } from "@nextmavens/api/approvals";
import { sql } from "@nextmavens/api/platform/db/sql";
import { aloneFrom } from "@nextmavens/api/platform/second-person";
import type { Visit } from "../door/member.ts";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { requestState, requestStates } from "./states.ts";

const given = ({ id }: Row) => ({ approvalId: String(id) });
const isWaiting = ({ state }: Row) => state === "waiting";
const isOwn = ({ asked_by }: Row, { actor }: Visit) => asked_by === actor.id;

const deciding = {
  on: "record",
  given,
  words: { reason: { hint: "For the audit log, and for whoever asked." } },
  leadsTo: (_decided: unknown, { id }: Row) => `/admin/resources/approvals/records/${id}/show`,
} as const;

const approval = offer(grantApproval, grant, {
  ...deciding,
  name: "approve",
  label: "Approve",
  needsPage: true,
  heading: "Approve: {}",
  isGrave: true,
  consequence:
    "Exactly what was asked for is done at once, unless what it is about was changed since: then it has to be asked for anew. The audit log names you and whoever asked.",
  // Whoever asked may only where nobody else could, which the API judges.
  isOffered: (row, visit) => isWaiting(row) && (row["is_ripe"] === true || !isOwn(row, visit)),
  done: () => "It is approved, and done.",
});

const rejection = offer(rejectApproval, reject, {
  ...deciding,
  name: "reject",
  label: "Reject",
  heading: "Reject: {}",
  consequence: "Nothing is changed, and whoever asked is told why.",
  isOffered: (row, visit) => isWaiting(row) && !isOwn(row, visit),
  done: () => "It is rejected: nothing is changed.",
});

const withdrawal = offer(withdrawApproval, withdraw, {
  ...deciding,
  name: "withdraw",
  label: "Withdraw",
  heading: "Withdraw: {}",
  consequence: "Nothing is changed, and nobody can approve it any more.",
  words: { reason: { hint: "For the audit log." } },
  isOffered: (row, visit) => isWaiting(row) && isOwn(row, visit),
  done: () => "It is withdrawn: nothing is changed.",
});

export const approvals: Plan = {
  table: "approvals",
  title: "Approvals",
  one: "approval",
  group: "Staff",
  about: "The gravest acts wait here for seven days: another admin than who asked approves exactly what was asked for, or rejects it.",
  empty: "Nothing was asked for that needs a second person.",
  readableBy: "viewer",
  titledBy: "summary",
  columns: [
    { name: "summary", look: "title", label: "What", isWide: true },
    { name: "state", look: "badge", isDerived: true },
    { name: "target", look: "id" },
    { name: "asked_by", look: "actor" },
    { name: "asked_at", look: "time" },
    { name: "ends_at", look: "time", label: "Waits until" },
    { name: "reason", look: "note" },
  ],
  details: [
    { name: "decided_by", look: "actor" },
    { name: "decision_reason", look: "long" },
    { name: "subject", label: "Who is added" },
    { name: "operation", look: "mono" },
    { name: "break_glass", look: "id", label: "Behind broken glass" },
    { name: "digest", look: "mono" },
  ],
  needs: ["decision", "subject"],
  sort: { by: "id", direction: "desc" },
  enrich: (rows, { now }) =>
    rows.map((row) => ({
      ...{ ...row, state: requestState(row, now), is_ripe: aloneFrom(String(row["asked_at"])) <= now },
      // Whoever is added gets another id than the trial gave them.
      target: row["subject"] === null ? row["target"] : null,
    })),
  states: { ...requestStates, withdrawn: () => sql`decision = 'withdrawn'`, lapsed: () => sql`decision = 'lapsed'` },
  offers: [approval, rejection, withdrawal],
  page: "approval",
};
