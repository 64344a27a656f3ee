/** The data plane: tables of a project's database over HTTP, in PostgREST's dialect. */
export { type BodyBudget, type Held, makeBodyBudget } from "./body-budget.ts";
export { type Caller, openCallers, toLogin } from "./caller.ts";
export { type Catalogs, openCatalogs } from "./catalog.ts";
export { describedOperations } from "./contract.ts";
export { type DataPlane, dataPlane, restPrefix } from "./http.ts";
export { keyOf, preflight, problemOf, type Reply, readBody, refuseBrowser, requestIdOf, send } from "./wire.ts";
