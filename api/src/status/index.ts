/** Pages that tell how things stand, and need no key. */
export { suspensionStatus } from "./http.ts";
