import { approve, approveOverride, reject, rejectOverride } from "@nextmavens/api/overrides";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { requestState, requestStates, withState } from "./states.ts";

const shared = {
  on: "record",
  given: ({ id }: Row) => ({ overrideId: String(id) }),
  isOffered: ({ state }: Row) => state === "waiting",
  words: { reason: { hint: "For the audit log." } },
  leadsTo: (_override: unknown, { project_id }: Row) => `/admin/resources/projects/records/${project_id}/show`,
} as const;

export const overrideRequests: Plan = {
  table: "override_requests",
  title: "Override requests",
  one: "override request",
  group: "Limits",
  about: "Overrides that raise a limit by much wait here: somebody other than who asked approves or rejects them.",
  empty: "Nothing waits for approval.",
  readableBy: "viewer",
  titledBy: "metric",
  titleOf: ({ metric }, project) => `${project}: ${String(metric).replaceAll("_", " ")}`,
  columns: [
    { name: "metric", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "project_id", look: "id" },
    { name: "limit_value", look: "amount", label: "Limit" },
    { name: "starts_at", look: "time", label: "From" },
    { name: "ends_at", look: "time", label: "Until" },
    { name: "reason", look: "note" },
    { name: "created_by", look: "actor", label: "Asked by" },
  ],
  details: [{ name: "decided_by", look: "actor" }],
  needs: ["decision"],
  sort: { by: "id", direction: "desc" },
  enrich: withState(requestState),
  states: requestStates,
  offers: [
    offer(approveOverride, approve, {
      ...shared,
      name: "approve",
      label: "Approve",
      heading: "Approve an override of {project}",
      consequence: "This limit goes before quota and plan for its time. Who asked for it can't approve it.",
      done: () => "The override is approved.",
    }),
    offer(rejectOverride, reject, {
      ...shared,
      name: "reject",
      label: "Reject",
      heading: "Reject an override of {project}",
      consequence: "Nothing changes for the project.",
      done: () => "The override is rejected.",
    }),
  ],
};
