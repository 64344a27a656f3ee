import { serve } from "../platform/operation.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";

export const routes = [
  serve(contract.getEndUserAuth, actions.get),
  serve(contract.setEndUserAuth, actions.set),
  serve(contract.getAnyEndUserAuth, actions.get),
  serve(contract.setAnyEndUserAuth, actions.setForOwner),
];
