import { serve } from "../platform/operation.ts";
import { list, set, setForDeveloper, setLimit } from "./actions.ts";
import { listPlans, setDeveloperPlan, setPlan, setPlanLimit } from "./contract.ts";

export const routes = [
  serve(listPlans, list),
  serve(setPlan, set),
  serve(setPlanLimit, setLimit),
  serve(setDeveloperPlan, setForDeveloper),
];
