import { serve } from "../platform/operation.ts";
import { get, set } from "./actions.ts";
import { getAnyDataSettings, getDataSettings, setAnyDataSettings, setDataSettings } from "./contract.ts";

export const routes = [
  serve(getDataSettings, get),
  serve(setDataSettings, set),
  serve(getAnyDataSettings, get),
  serve(setAnyDataSettings, set),
];
