/** Plans: what developers may have altogether, and what limits their projects where nothing else was set. */
export { list, set, setForDeveloper, setLimit } from "./actions.ts";
export { listPlans, setDeveloperPlan, setPlan, setPlanLimit } from "./contract.ts";
export { routes } from "./http.ts";
export { everyPlan } from "./rules.ts";
