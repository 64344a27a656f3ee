/** What the platform does not keep longer than it is needed. */
export { jobs } from "./jobs.ts";
