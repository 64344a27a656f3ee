import { type Action, type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { Refusal } from "@nextmavens/api/platform/refusal";
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
import type { RequestHandler, Router } from "express";
import { z } from "zod";
import { visitOf } from "./door/member.ts";
import { sayProblem, sayRefusal } from "./door/problem.ts";

/** A reader's own filters: seen with every list, saved, renamed and deleted beside it, by the API's own actions. */
export function serveSavedFilters(router: Router, engine: Engine): void {
  const by = <D extends AnyOperation>(operation: D, action: Action<InputOf<D>, OutputOf<D>>) => doing(engine, operation, action);
  router.get("/api/saved-filters", by(listSavedFilters, list));
  router.post("/api/saved-filters", by(saveFilter, save));
  router.post("/api/saved-filters/:filterId/rename", by(renameSavedFilter, rename));
  router.post("/api/saved-filters/:filterId/remove", by(removeSavedFilter, remove));
}

const doing =
  <D extends AnyOperation>(engine: Engine, operation: D, action: Action<InputOf<D>, OutputOf<D>>): RequestHandler =>
  async ({ params, fields }, response) => {
    const visit = visitOf(response);
    if (!visit) throw new Error("nobody has signed in");
    try {
      const input = operation.input.parse({ ...fields, ...params }, { error: wordsOf }) as InputOf<D>;
      response.json(await perform(engine, { operation, actor: visit.actor, request: visit.request }, action, input));
    } catch (error) {
      if (error instanceof Refusal) return sayRefusal(response, error);
      if (!(error instanceof z.ZodError)) throw error;
      const [issue] = error.issues;
      sayProblem(response, 422, "invalid_input", `${issue?.path.join(".") || "What was sent"} ${issue?.message}`);
    }
  };
