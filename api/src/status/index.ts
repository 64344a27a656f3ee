/** Pages that tell how things stand, and need no key. */
export { projectStatus, suspensionStatus } from "./http.ts";
