import { serve } from "../platform/operation.ts";
import { get, list, remove, removeMany, set } from "./actions.ts";
import { getFlag, listFlags, removeFlag, removeFlags, setFlag } from "./contract.ts";

export const routes = [
  serve(listFlags, list),
  serve(getFlag, get),
  serve(setFlag, set),
  serve(removeFlag, remove),
  serve(removeFlags, removeMany),
];
