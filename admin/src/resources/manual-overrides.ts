import { end, endMany, endOverride, endOverrides } from "@nextmavens/api/overrides";
import { limitOf, timedLimit } from "./limits.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { overrideStates, periodState, withState } from "./states.ts";

export const endNow = offer(endOverride, end, {
  name: "end",
  label: "End now",
  heading: "End an override of {project}",
  on: "record",
  consequence: "Quota or plan count again from this moment on.",
  given: ({ id }) => ({ overrideId: String(id) }),
  isOffered: ({ state }) => state === "in force" || state === "scheduled",
  words: { reason: { hint: "For the audit log." } },
  done: () => "The override is ended.",
  leadsTo: (_override, { project_id }) => `/admin/resources/projects/records/${project_id}/show`,
});

export const manualOverrides: Plan = {
  table: "manual_overrides",
  title: "Overrides",
  one: "override",
  group: "Limits",
  about: "Limits for a time. The newest one in force goes before quota and plan, and ends by itself.",
  empty: "Overrides are added on a project's page.",
  readableBy: "viewer",
  titledBy: "metric",
  titleOf: limitOf,
  columns: timedLimit("Added by"),
  details: [{ name: "ended_by", look: "actor" }],
  sort: { by: "id", direction: "desc" },
  enrich: withState(periodState),
  states: overrideStates,
  offers: [endNow, offerForMany(endNow, endOverrides, endMany)],
};
