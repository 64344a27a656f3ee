/** End users of projects: by what a project believes their tokens. */
export { forget } from "./actions.ts";
export { routes } from "./http.ts";
export { StoredAuth } from "./queries.ts";
export { openTrust } from "./trust.ts";
