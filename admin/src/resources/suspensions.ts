import { lift, liftSuspension } from "@nextmavens/api/suspensions";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { periodState, suspensionStates, withState } from "./states.ts";

export const liftNow = offer(liftSuspension, lift, {
  name: "lift",
  label: "Lift",
  heading: "Lift the suspension of {project}",
  on: "record",
  consequence: "The project is served again within a moment, and its owner is told.",
  given: ({ id }) => ({ suspensionId: String(id) }),
  isOffered: ({ state }) => state === "in force" || state === "scheduled",
  words: { reason: { hint: "For the audit log." } },
  done: () => "The suspension is lifted.",
  leadsTo: (_suspension, { project_id }) => `/admin/resources/projects/records/${project_id}/show`,
});

export const suspensions: Plan = {
  table: "suspensions",
  title: "Suspensions",
  one: "suspension",
  group: "Limits",
  about: "Sanctions: periods in which a project is warned, slowed down, kept from growing or refused service, and why.",
  empty: "Suspensions are imposed on a project's page.",
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
    { name: "imposed_by", look: "actor" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [
    { name: "statement", look: "long" },
    { name: "lifted_by", look: "actor" },
  ],
  sort: { by: "id", direction: "desc" },
  enrich: withState(periodState),
  states: suspensionStates,
  offers: [liftNow],
};
