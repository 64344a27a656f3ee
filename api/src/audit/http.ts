import { serve } from "../platform/operation.ts";
import { list, listOwn } from "./actions.ts";
import { listAuditCheckpoints, listAuditLogs, listOwnAuditLogs } from "./contract.ts";
import { listCheckpoints } from "./seal/actions.ts";

export const routes = [serve(listAuditLogs, list), serve(listOwnAuditLogs, listOwn), serve(listAuditCheckpoints, listCheckpoints)];
