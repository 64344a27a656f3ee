import {
  approve,
  approveMany,
  approveOverride,
  approveOverrides,
  reject,
  rejectMany,
  rejectOverride,
  rejectOverrides,
} from "@nextmavens/api/overrides";
import type { Row } from "../sight.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { approving, deciding, rejecting, waiting } from "./waiting.ts";

const given = ({ id }: Row) => ({ overrideId: String(id) });

const approval = offer(approveOverride, approve, {
  ...deciding,
  ...approving,
  given,
  name: "approve",
  label: "Approve",
  heading: "Approve an override of {project}",
  consequence: "This limit goes before quota and plan for its time. Who asked for it can't approve it.",
  done: () => "The override is approved.",
});

const rejection = offer(rejectOverride, reject, {
  ...deciding,
  ...rejecting,
  given,
  name: "reject",
  label: "Reject",
  heading: "Reject an override of {project}",
  consequence: "Nothing changes for the project.",
  done: () => "The override is rejected.",
});

export const overrideRequests: Plan = {
  ...waiting,
  table: "override_requests",
  title: "Override requests",
  one: "override request",
  about: "Overrides that raise a limit by much wait here: somebody other than who asked approves or rejects them.",
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
  offers: [
    approval,
    offerForMany(approval, approveOverrides, approveMany),
    rejection,
    offerForMany(rejection, rejectOverrides, rejectMany),
  ],
};
