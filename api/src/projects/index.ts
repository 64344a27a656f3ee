/** Projects: made, renamed, deleted, restored, purged. */
export { type Adopted, activate, adopt, findByPublicToken, get, listAll, remove } from "./actions.ts";
export { deleteAnyProject, getAnyProject, listAllProjects, Project } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
