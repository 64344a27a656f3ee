import { serve } from "../platform/operation.ts";
import { lift, liftMany, list, listAll, readEvidence, sanction, suspend } from "./actions.ts";
import {
  changeSanctionEnd,
  deleteAnyProject,
  getEvidence,
  getProjectStakes,
  liftSuspension,
  liftSuspensions,
  listAllSuspensions,
  listProjectSuspensions,
  listSuspensions,
  purgeAnyProject,
  restoreAnyProject,
  restoreAnyProjects,
  sanctionProject,
  suspendProject,
} from "./contract.ts";
import { purgeAtOnce, restoreByStaff, restoreMany, scheduleDeletion } from "./deletion.ts";
import { changeEnd } from "./end.ts";
import { readStakes } from "./stakes.ts";

export const routes = [
  serve(suspendProject, suspend),
  serve(sanctionProject, sanction),
  serve(deleteAnyProject, scheduleDeletion),
  serve(purgeAnyProject, purgeAtOnce),
  serve(restoreAnyProject, restoreByStaff),
  serve(getEvidence, readEvidence),
  serve(getProjectStakes, readStakes),
  serve(changeSanctionEnd, changeEnd),
  serve(liftSuspension, lift),
  serve(listAllSuspensions, listAll),
  serve(listProjectSuspensions, list),
  serve(listSuspensions, list),
  serve(liftSuspensions, liftMany),
  serve(restoreAnyProjects, restoreMany),
];
