import {
  endAuditHold,
  endHold,
  getAuditRetention,
  getRetention,
  isShorter,
  placeAuditHold,
  placeHold,
  setAuditRetention,
  setRetention,
} from "@nextmavens/api/audit";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Visit } from "../door/member.ts";
import type { Row, StandingSight } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { withState } from "./states.ts";

const holdState = ({ ended_at }: Row) => (ended_at === null ? "in force" : "ended");

const place = offer(placeAuditHold, placeHold, {
  name: "new",
  label: "Place a hold",
  heading: "Place a legal hold",
  on: "resource",
  consequence: "From now on nothing of the audit log is removed or erased, however old it is, until somebody else ends the hold.",
  words: { reason: { hint: "The case it is for. It stays readable to all staff." } },
  done: () => "The audit log is kept as it is.",
  leadsTo: ({ id }) => `/admin/resources/audit_holds/records/${id}/show`,
});

const end = offer(endAuditHold, endHold, {
  name: "end",
  label: "End",
  heading: "End a legal hold",
  on: "record",
  isGrave: true,
  consequence: "Unless another hold is in force, what is older than the audit log is kept goes for good, and erased accounts with it.",
  given: ({ id }) => ({ holdId: String(id) }),
  isOffered: ({ state }) => state === "in force",
  words: { reason: { hint: "For the audit log." } },
  done: () => "The hold is ended.",
});

const retentionFor = (engine: Engine, { actor, request }: Visit) =>
  perform(engine, { operation: getAuditRetention, actor, request }, getRetention, {});

const variable = "AUDIT_RETENTION_MONTHS";
const lengthOf = (months: number | null) => (months === null ? "for ever" : `for ${months} months`);

/** How long the log is kept, what the variable asks for beside that, and that whoever lowered it has to do more. */
async function standing(engine: Engine, visit: Visit): Promise<StandingSight> {
  const { months, configuredMonths, source } = await retentionFor(engine, visit);
  const isLess = isShorter(configuredMonths, months);
  const because = source === "staff" ? "as staff set it" : isLess ? `as ${variable} said before` : `as ${variable} says`;
  const now = `The audit log is kept ${lengthOf(months)}${months === null && source !== "staff" ? "" : `, ${because}`}.`;
  return { text: `${now} ${beside(configuredMonths, months)}`.trim(), isWarning: isLess };
}

function beside(configured: number | null, inForce: number | null): string {
  if (configured === null) return `${variable} is not set.`;
  if (configured === inForce) return "";
  return isShorter(configured, inForce)
    ? `${variable} asks for ${configured} months, which is less and does not count by itself: type ${configured} under “Set how long it is kept”, and have another admin approve it.`
    : `${variable} asks for ${configured} months, which does not count since staff set it.`;
}

const keep = offer(setAuditRetention, setRetention, {
  name: "keep-for",
  label: "Set how long it is kept",
  heading: "Set how long the audit log is kept",
  on: "resource",
  isGrave: true,
  consequence: "Months that are older are removed for good every night, but for their seals, unless a hold is in force.",
  words: { months: { hint: "12 at least; for ever if left empty." }, reason: { hint: "For the audit log." } },
  async start(_row, engine, visit) {
    const { months } = await retentionFor(engine, visit);
    return { months };
  },
  done: ({ months }) => (months === null ? "The audit log is kept for ever." : `The audit log is kept for ${months} months.`),
});

export const auditHolds: Plan = {
  table: "audit_holds",
  title: "Legal holds",
  one: "legal hold",
  group: "System",
  about: "While one is in force, nothing of the audit log is removed or erased.",
  empty: "None was ever placed: the audit log is kept for as long as it is set to be.",
  readableBy: "viewer",
  titledBy: "reason",
  titleOf: ({ state }) => (state === "in force" ? "A legal hold in force" : "A legal hold that ended"),
  columns: [
    { name: "reason", look: "note", label: "For" },
    { name: "state", look: "badge", isDerived: true },
    { name: "placed_by", look: "actor" },
    { name: "placed_at", look: "time" },
    { name: "ended_by", look: "actor" },
    { name: "ended_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [
    { name: "reason", look: "long", label: "For" },
    { name: "end_reason", look: "long" },
  ],
  sort: { by: "id", direction: "desc" },
  needs: ["ended_at"],
  enrich: withState(holdState),
  states: { "in force": () => sql`ended_at is null`, ended: () => sql`ended_at is not null` },
  standing,
  offers: [place, keep, end],
};
