import { serve } from "../platform/operation.ts";
import { end, get, list, open, review } from "./actions.ts";
import * as contract from "./contract.ts";

export const routes = [
  serve(contract.openBreakGlass, open),
  serve(contract.listBreakGlass, list),
  serve(contract.getBreakGlass, get),
  serve(contract.endBreakGlass, end),
  serve(contract.reviewBreakGlass, review),
];
