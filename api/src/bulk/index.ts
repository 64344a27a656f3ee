/** Whole tables of a project's database in and out, streamed. */
export { describedOperations } from "./contract.ts";
export { bulkDoor, bulkPath } from "./http.ts";
