import { serve } from "../platform/operation.ts";
import { list, remove, rename, save } from "./actions.ts";
import { listSavedFilters, removeSavedFilter, renameSavedFilter, saveFilter } from "./contract.ts";

export const routes = [
  serve(listSavedFilters, list),
  serve(saveFilter, save),
  serve(renameSavedFilter, rename),
  serve(removeSavedFilter, remove),
];
