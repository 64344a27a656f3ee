import { serve } from "../platform/operation.ts";
import { lift, list, readEvidence, sanction, suspend } from "./actions.ts";
import { getEvidence, liftSuspension, listProjectSuspensions, listSuspensions, sanctionProject, suspendProject } from "./contract.ts";

export const routes = [
  serve(suspendProject, suspend),
  serve(sanctionProject, sanction),
  serve(getEvidence, readEvidence),
  serve(liftSuspension, lift),
  serve(listProjectSuspensions, list),
  serve(listSuspensions, list),
];
