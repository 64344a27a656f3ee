import { lift, liftMany, liftSuspension, liftSuspensions } from "@nextmavens/api/suspensions";
import { withProject } from "./of-project.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { move, newEnd } from "./sanction.ts";
import { periodState, suspensionStates, withState } from "./states.ts";

export const liftNow = offer(liftSuspension, lift, {
  name: "lift",
  label: "Lift",
  heading: "Lift the sanction of {project}",
  on: "record",
  consequence: "What it takes away is given back within a moment, and the owner is told. Another sanction of the project stays in force.",
  given: ({ id }) => ({ suspensionId: String(id) }),
  isOffered: ({ state }) => state === "in force" || state === "scheduled",
  words: { reason: { hint: "For the audit log." } },
  done: () => "The sanction is lifted.",
  leadsTo: (_suspension, { project_id }) => `/admin/resources/projects/records/${project_id}/show`,
});

export const suspensions: Plan = {
  table: "suspensions",
  title: "Sanctions",
  one: "sanction",
  group: "Limits",
  about: "Periods in which a project is warned, slowed down, kept from growing or refused service, and why.",
  empty: "Sanctions are imposed on a project's page, and by limits and detections.",
  readableBy: "viewer",
  titledBy: "reason",
  titleOf: ({ level, reason }, project) => `${project}: ${level} for ${reason}`,
  columns: [
    { name: "reason", look: "title" },
    { name: "level", look: "badge" },
    { name: "state", look: "badge", isDerived: true },
    { name: "project_id", look: "id" },
    { name: "statement", look: "note" },
    { name: "starts_at", look: "time", label: "Since" },
    { name: "ends_at", look: "time", label: "Until" },
    { name: "cause", look: "badge" },
    { name: "imposed_by", look: "actor" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [
    { name: "statement", look: "long" },
    { name: "cause_id", look: "text", label: "Rule or limit" },
    { name: "lifted_by", look: "actor" },
    // Long, and a part of the page of its own.
    { name: "evidence", look: "code" },
    { name: "evidence_sha256", look: "mono" },
    { name: "follows_id", look: "id", label: "Took the place of" },
  ],
  sort: { by: "id", direction: "desc" },
  enrich: withProject(withState(periodState)),
  states: suspensionStates,
  offers: [move, newEnd, liftNow, offerForMany(liftNow, liftSuspensions, liftMany)],
  page: "sanction",
};
