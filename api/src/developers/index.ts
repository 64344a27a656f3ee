/** Developers: accounts, sign-in, sessions, personal access tokens. */
export { getAny, list } from "./actions.ts";
export { Developer, getAnyDeveloper, listDevelopers } from "./contract.ts";
export { routes } from "./http.ts";
export { findSessionHolder, findTokenHolder } from "./identify.ts";
