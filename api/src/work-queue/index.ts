/** What waits for a person of staff, whatever it is, and who took it upon themselves. */
export { list, release, take } from "./actions.ts";
export { listWorkQueue, releaseWork, takeWork, type WorkItem } from "./contract.ts";
export { routes } from "./http.ts";
