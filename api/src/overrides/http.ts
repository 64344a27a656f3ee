import { serve } from "../platform/operation.ts";
import { add, end, list } from "./actions.ts";
import { addOverride, endOverride, listOverrides } from "./contract.ts";

export const routes = [serve(addOverride, add), serve(listOverrides, list), serve(endOverride, end)];
