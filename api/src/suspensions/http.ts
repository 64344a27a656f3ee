import { serve } from "../platform/operation.ts";
import { lift, list, suspend } from "./actions.ts";
import { liftSuspension, listProjectSuspensions, listSuspensions, suspendProject } from "./contract.ts";

export const routes = [
  serve(suspendProject, suspend),
  serve(liftSuspension, lift),
  serve(listProjectSuspensions, list),
  serve(listSuspensions, list),
];
