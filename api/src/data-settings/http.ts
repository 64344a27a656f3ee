import { serve } from "../platform/operation.ts";
import { get, set } from "./actions.ts";
import { getDataSettings, setDataSettings } from "./contract.ts";

export const routes = [serve(getDataSettings, get), serve(setDataSettings, set)];
