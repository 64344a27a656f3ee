import { serve } from "../platform/operation.ts";
import { list, listForStaff, remove, set } from "./actions.ts";
import { listProjectQuotas, listQuotas, removeProjectQuota, setProjectQuota } from "./contract.ts";

export const routes = [
  serve(listQuotas, list),
  serve(listProjectQuotas, listForStaff),
  serve(setProjectQuota, set),
  serve(removeProjectQuota, remove),
];
