import { serve } from "../platform/operation.ts";
import { get, grant, list, reject, withdraw } from "./actions.ts";
import { getApproval, grantApproval, listApprovals, rejectApproval, withdrawApproval } from "./contract.ts";

export const routes = [
  serve(listApprovals, list),
  serve(getApproval, get),
  serve(grantApproval, grant),
  serve(rejectApproval, reject),
  serve(withdrawApproval, withdraw),
];
