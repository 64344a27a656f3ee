/** Sanctions on projects, suspension the strictest: imposed by staff or by automation, told to the owner, ended by time. */
export {
  adopt,
  findPublicly,
  hold,
  type Imposed,
  imposeAutomatically,
  lift,
  liftAutomatically,
  liftMany,
  list,
  listSince,
  readEvidence,
  sanction,
  soften,
  spare,
  suspend,
} from "./actions.ts";
export {
  changeSanctionEnd,
  deleteAnyProject,
  getEvidence,
  getProjectStakes,
  liftSuspension,
  liftSuspensions,
  listProjectSuspensions,
  type ProjectStakes,
  purgeAnyProject,
  refuse,
  restoreAnyProject,
  restoreAnyProjects,
  StaffSuspension,
  Suspension,
  sanctionProject,
  suspendProject,
} from "./contract.ts";
export { purgeAtOnce, restoreByStaff, restoreMany, scheduleDeletion } from "./deletion.ts";
export { changeEnd } from "./end.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { mailOfNewEnd, mailOfSanction } from "./mails.ts";
export {
  afterwards,
  appealUrlOf,
  type Cause,
  effects,
  isOver,
  type Level,
  levels,
  milder,
  type Reason,
  reasonNames,
  reasons,
  remedies,
  standings,
  statusUrlOf,
  strictest,
} from "./rules.ts";
export { readStakes } from "./stakes.ts";
