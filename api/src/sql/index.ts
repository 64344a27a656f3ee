/** SQL with a secret key, as the owner of a project's database. */
export { accounted, admitted, judge, type Run } from "./admitted.ts";
export { readJson } from "./body.ts";
export { countChanges } from "./changes.ts";
export { extensions } from "./classify.ts";
export { describedOperations, refuse as refuseSql } from "./contract.ts";
export { databaseRefusal, syntaxRefusal } from "./fault.ts";
export { identifyOwner, type SqlDoor, sqlDoor, sqlPath } from "./http.ts";
export { pointed } from "./pointed.ts";
export type { SplitStatement } from "./split.ts";
export { openSplitter, type Splitter } from "./splitter.ts";
export { supervised } from "./supervised.ts";
export { understand } from "./understand.ts";
export { toParameter } from "./values.ts";
export { startWatchdog, watchdogLimits } from "./watchdog.ts";
