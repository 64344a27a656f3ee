import type { Row } from "../sight.ts";
import { limitOf } from "./limits.ts";
import { isOfOpenProject, withProject } from "./of-project.ts";
import { requestState, requestStates, withState } from "./states.ts";

/** What lists of limits that wait for a second person have alike. */
export const waiting = {
  group: "Limits",
  readableBy: "viewer",
  titledBy: "metric",
  titleOf: limitOf,
  empty: "Nothing waits for approval.",
  details: [{ name: "decided_by", look: "actor" }],
  needs: ["decision"],
  sort: { by: "id", direction: "desc" },
  enrich: withProject(withState(requestState)),
  states: requestStates,
} as const;

const isWaiting = ({ state }: Row) => state === "waiting";

/** The acts that decide: each is offered while it waits, and nothing is approved on a project that is deleted. */
export const approving = { isOffered: (row: Row) => isWaiting(row) && isOfOpenProject(row) };
export const rejecting = { isOffered: isWaiting };

export const deciding = {
  on: "record",
  words: { reason: { hint: "For the audit log, and for whoever asked." } },
  leadsTo: (_decided: unknown, { project_id }: Row) => `/admin/resources/projects/records/${project_id}/show`,
} as const;
