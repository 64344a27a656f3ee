/** What a change of a limit would have done, tried on recorded usage before anybody feels it. */
export { run } from "./actions.ts";
export { runBacktest } from "./contract.ts";
export { routes } from "./http.ts";
export { testable } from "./rules.ts";
