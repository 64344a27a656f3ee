/** What automation does about limits that are reached: it restricts, and lifts once there is room again. */
export { jobs } from "./jobs.ts";
