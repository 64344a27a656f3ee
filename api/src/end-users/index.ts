/** End users of projects: by what a project believes their tokens. */
export { forget, get, setForOwner } from "./actions.ts";
export { type EndUserAuth, getAnyEndUserAuth, setAnyEndUserAuth } from "./contract.ts";
export { routes } from "./http.ts";
export { StoredAuth } from "./queries.ts";
export { openTrust } from "./trust.ts";
