import type { Engine } from "@nextmavens/api/platform/action";
import {
  list,
  listSavedFilters,
  remove,
  removeSavedFilter,
  rename,
  renameSavedFilter,
  save,
  saveFilter,
} from "@nextmavens/api/saved-filters";
import type { Router } from "express";
import { byAction } from "./door/by-action.ts";

/** A reader's own filters: seen with every list, saved, renamed and deleted beside it, by the API's own actions. */
export function serveSavedFilters(router: Router, engine: Engine): void {
  router.get("/api/saved-filters", byAction(engine, listSavedFilters, list));
  router.post("/api/saved-filters", byAction(engine, saveFilter, save));
  router.post("/api/saved-filters/:filterId/rename", byAction(engine, renameSavedFilter, rename));
  router.post("/api/saved-filters/:filterId/remove", byAction(engine, removeSavedFilter, remove));
}
