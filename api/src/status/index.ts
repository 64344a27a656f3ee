/** Pages that tell how things stand, and need no key; and what those who run the platform say there. */
export { post, setMaintenanceMode } from "./actions.ts";
export { postStatus, setMaintenance } from "./contract.ts";
export { platformStatus, projectStatus, routes, suspensionStatus } from "./http.ts";
