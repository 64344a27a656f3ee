import { serve } from "../platform/operation.ts";
import { add, approve, approveMany, end, endMany, list, reject, rejectMany } from "./actions.ts";
import {
  addOverride,
  approveOverride,
  approveOverrides,
  endOverride,
  endOverrides,
  listOverrides,
  rejectOverride,
  rejectOverrides,
} from "./contract.ts";

export const routes = [
  serve(addOverride, add),
  serve(listOverrides, list),
  serve(approveOverride, approve),
  serve(rejectOverride, reject),
  serve(endOverride, end),
  serve(approveOverrides, approveMany),
  serve(rejectOverrides, rejectMany),
  serve(endOverrides, endMany),
];
