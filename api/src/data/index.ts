/** The data plane: tables of a project's database over HTTP, in PostgREST's dialect. */
export { isCompressed, isUtf8Text } from "./body.ts";
export { type Caller, openCallers, toLogin } from "./caller.ts";
export { type References, referencesIn, referencesQuery } from "./catalog/references.ts";
export { type Catalogs, openCatalogs } from "./catalog.ts";
export { dataScopes, describedOperations, refuse as refuseData } from "./contract.ts";
export { type DoorParts, openDoor, type Visit } from "./door.ts";
export { readMediaType } from "./grammar/accept.ts";
export { type DataPlane, dataPlane, restPaths } from "./http.ts";
export { type Outlet, stream } from "./outlet.ts";
export { countBytes, keyOf, preflight, type Reply, readBody, refuseBrowser, warn } from "./wire.ts";
