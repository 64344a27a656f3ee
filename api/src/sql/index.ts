/** SQL with a secret key, as the owner of a project's database. */
export { describedOperations } from "./contract.ts";
export { type SqlDoor, sqlDoor, sqlPath } from "./http.ts";
export { openSplitter, type Splitter } from "./splitter.ts";
export { startWatchdog } from "./watchdog.ts";
