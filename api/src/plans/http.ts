import { serve } from "../platform/operation.ts";
import { getOwn, list, set, setForDeveloper, setLimit } from "./actions.ts";
import { getOwnPlan, listPlans, setDeveloperPlan, setPlan, setPlanLimit } from "./contract.ts";

export const routes = [
  serve(getOwnPlan, getOwn),
  serve(listPlans, list),
  serve(setPlan, set),
  serve(setPlanLimit, setLimit),
  serve(setDeveloperPlan, setForDeveloper),
];
