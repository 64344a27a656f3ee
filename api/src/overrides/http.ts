import { serve } from "../platform/operation.ts";
import { add, approve, end, list, reject } from "./actions.ts";
import { addOverride, approveOverride, endOverride, listOverrides, rejectOverride } from "./contract.ts";

export const routes = [
  serve(addOverride, add),
  serve(listOverrides, list),
  serve(approveOverride, approve),
  serve(rejectOverride, reject),
  serve(endOverride, end),
];
