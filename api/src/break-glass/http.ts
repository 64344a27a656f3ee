import { serve } from "../platform/operation.ts";
import { end, get, list, open, review } from "./actions.ts";
import * as contract from "./contract.ts";
import * as rowActions from "./row-actions.ts";
import * as rows from "./row-contract.ts";

export const routes = [
  serve(contract.openBreakGlass, open),
  serve(contract.listBreakGlass, list),
  serve(contract.getBreakGlass, get),
  serve(contract.endBreakGlass, end),
  serve(contract.reviewBreakGlass, review),
  serve(rows.openRows, rowActions.open),
  serve(rows.lookAtRows, rowActions.look),
];
