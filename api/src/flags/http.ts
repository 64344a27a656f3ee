import { serve } from "../platform/operation.ts";
import { get, list, remove, set } from "./actions.ts";
import { getFlag, listFlags, removeFlag, setFlag } from "./contract.ts";

export const routes = [serve(listFlags, list), serve(getFlag, get), serve(setFlag, set), serve(removeFlag, remove)];
