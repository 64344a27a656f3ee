/** Plans: what developers may have altogether, and what limits their projects where nothing else was set. */
export { routes } from "./http.ts";
export { everyPlan } from "./rules.ts";
