import { serve } from "../platform/operation.ts";
import { list, listOwn } from "./actions.ts";
import { listAuditLogs, listOwnAuditLogs } from "./contract.ts";

export const routes = [serve(listAuditLogs, list), serve(listOwnAuditLogs, listOwn)];
