/** Filters of the console's lists that members of staff save for themselves. */
export { list, remove, rename, save } from "./actions.ts";
export { listSavedFilters, removeSavedFilter, renameSavedFilter, saveFilter } from "./contract.ts";
export { routes } from "./http.ts";
