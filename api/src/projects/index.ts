/** Projects: made, renamed, deleted, restored, purged. */
export { type Adopted, activate, adopt, findByPublicToken, get, listAll, remove, removeAtOnce, restore } from "./actions.ts";
export { getAnyProject, listAllProjects, Project, refuse } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
