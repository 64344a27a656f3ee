import { serve } from "../platform/operation.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";

export const routes = [
  serve(contract.createProject, actions.create),
  serve(contract.listProjects, actions.list),
  serve(contract.getProject, actions.getOwn),
  serve(contract.renameProject, actions.rename),
  serve(contract.deleteProject, actions.remove),
  serve(contract.restoreProject, actions.restore),
  serve(contract.listAllProjects, actions.listAll),
  serve(contract.getAnyProject, actions.get),
];
