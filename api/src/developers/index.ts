/** Developers: accounts, sign-in, sessions, personal access tokens. */
export { adopt, close, getAny, list } from "./actions.ts";
export { Developer, getAnyDeveloper, listDevelopers, refuse } from "./contract.ts";
export { routes } from "./http.ts";
export { findSessionHolder, findTokenHolder } from "./identify.ts";
export { jobs } from "./jobs.ts";
export type { Adopted } from "./queries.ts";
