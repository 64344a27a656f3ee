/** What a change of a limit or a rule would have done, tried on what is recorded before anybody feels it. */
export { run } from "./actions.ts";
export { runBacktest } from "./contract.ts";
export { routes } from "./http.ts";
export { testable } from "./rules.ts";
