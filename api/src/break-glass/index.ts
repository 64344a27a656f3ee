/** Break-glass: a way in for the worst day, by codes sealed on paper; loud, short, and reviewed by somebody else. */
export { end, enter, get, review } from "./actions.ts";
export { type BreakGlassSession, endBreakGlass, getBreakGlass, openBreakGlass, reviewBreakGlass } from "./contract.ts";
export { lastDrill } from "./holder-queries.ts";
export { listCodes, revoke, type Sealed, seal } from "./holders.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { waysOf } from "./outage/alarm.ts";
export { type Outage, openOutage } from "./outage/outage.ts";
export { keepUp, signerOf, startUpkeep, type Upkeep } from "./outage/upkeep.ts";
export { readVerifier } from "./outage/verifier.ts";
export { look, open as openTable } from "./row-actions.ts";
export { lookAtRows, openRows } from "./row-contract.ts";
export { isDrillDue, verdictsOf } from "./rules.ts";
export { noteAsked, noteChanged } from "./transcript.ts";
