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
import { timedLimit } from "./limits.ts";
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
  columns: timedLimit("Asked by"),
  offers: [
    approval,
    offerForMany(approval, approveOverrides, approveMany),
    rejection,
    offerForMany(rejection, rejectOverrides, rejectMany),
  ],
};
