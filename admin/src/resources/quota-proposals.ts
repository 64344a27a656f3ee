import {
  approveProposal,
  approveProposals,
  approveQuotaProposal,
  approveQuotaProposals,
  rejectProposal,
  rejectProposals,
  rejectQuotaProposal,
  rejectQuotaProposals,
} from "@nextmavens/api/quotas";
import type { Row } from "../sight.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { approving, deciding, rejecting, waiting } from "./waiting.ts";

const given = ({ id }: Row) => ({ proposalId: String(id) });

const approval = offer(approveQuotaProposal, approveProposal, {
  ...deciding,
  ...approving,
  given,
  name: "approve",
  label: "Approve",
  heading: "Approve a quota of {project}",
  consequence:
    "This limit goes before that of the project's plan, from this moment on and until it is changed. Who proposed it can't approve it.",
  done: () => "The quota is approved.",
});

const rejection = offer(rejectQuotaProposal, rejectProposal, {
  ...deciding,
  ...rejecting,
  given,
  name: "reject",
  label: "Reject",
  heading: "Reject a quota of {project}",
  consequence: "Nothing changes for the project.",
  done: () => "The quota is rejected.",
});

export const quotaProposals: Plan = {
  ...waiting,
  table: "quota_proposals",
  title: "Quota proposals",
  one: "quota proposal",
  about: "Quotas that raise a limit by much wait here for seven days: somebody other than who proposed them approves or rejects them.",
  columns: [
    { name: "metric", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "project_id", look: "id" },
    { name: "limit_value", look: "amount", label: "Limit" },
    { name: "proposed_at", look: "time" },
    { name: "ends_at", look: "time", label: "Waits until" },
    { name: "reason", look: "note" },
    { name: "proposed_by", look: "actor" },
  ],
  offers: [
    approval,
    offerForMany(approval, approveQuotaProposals, approveProposals),
    rejection,
    offerForMany(rejection, rejectQuotaProposals, rejectProposals),
  ],
};
