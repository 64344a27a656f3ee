import { serve } from "../platform/operation.ts";
import { read, start } from "./actions.ts";
import { getAnyReclaimable, getReclaimable, startAnyReclaim, startReclaim } from "./contract.ts";

export const routes = [
  serve(getReclaimable, read),
  serve(startReclaim, start),
  serve(getAnyReclaimable, read),
  serve(startAnyReclaim, start),
];
