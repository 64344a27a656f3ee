import { serve } from "../platform/operation.ts";
import { list, listForStaff, remove, set } from "./actions.ts";
import { listProjectQuotas, listQuotas, removeProjectQuota, setProjectQuota } from "./contract.ts";
import {
  approveQuotaProposal,
  approveQuotaProposals,
  listAllQuotaProposals,
  listQuotaProposals,
  rejectQuotaProposal,
  rejectQuotaProposals,
} from "./proposal-contract.ts";
import { approveProposal, approveProposals, listAllProposals, listProposals, rejectProposal, rejectProposals } from "./proposals.ts";

export const routes = [
  serve(listQuotas, list),
  serve(listProjectQuotas, listForStaff),
  serve(setProjectQuota, set),
  serve(removeProjectQuota, remove),
  serve(listAllQuotaProposals, listAllProposals),
  serve(listQuotaProposals, listProposals),
  serve(approveQuotaProposal, approveProposal),
  serve(rejectQuotaProposal, rejectProposal),
  serve(approveQuotaProposals, approveProposals),
  serve(rejectQuotaProposals, rejectProposals),
];
