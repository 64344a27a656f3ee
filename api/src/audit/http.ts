import { serve } from "../platform/operation.ts";
import { exportLog, list, listOwn } from "./actions.ts";
import { exportAuditLogs, listAuditCheckpoints, listAuditLogs, listOwnAuditLogs } from "./contract.ts";
import { endHold, listHolds, placeHold } from "./hold-actions.ts";
import { endAuditHold, listAuditHolds, placeAuditHold } from "./hold-contract.ts";
import { getRetention, setRetention } from "./retention-actions.ts";
import { getAuditRetention, setAuditRetention } from "./retention-contract.ts";
import { listCheckpoints } from "./seal/actions.ts";

export const routes = [
  serve(listAuditLogs, list),
  serve(exportAuditLogs, exportLog),
  serve(listOwnAuditLogs, listOwn),
  serve(listAuditCheckpoints, listCheckpoints),
  serve(getAuditRetention, getRetention),
  serve(setAuditRetention, setRetention),
  serve(listAuditHolds, listHolds),
  serve(placeAuditHold, placeHold),
  serve(endAuditHold, endHold),
];
