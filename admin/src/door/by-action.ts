import { type Action, type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { Refusal } from "@nextmavens/api/platform/refusal";
import type { RequestHandler } from "express";
import { z } from "zod";
import { mayAsk, missingRole } from "../pages/asked.ts";
import { visitOf } from "./member.ts";
import { sayProblem, sayRefusal } from "./problem.ts";

/** What the API's own action answers to what a page sends; who may not is refused before what was sent is looked at. */
export const byAction =
  <D extends AnyOperation>(engine: Engine, operation: D, action: Action<InputOf<D>, OutputOf<D>>): RequestHandler =>
  async ({ params, fields }, response) => {
    const visit = visitOf(response);
    if (!visit) throw new Error("nobody has signed in");
    if (!mayAsk(visit, operation)) return sayRefusal(response, missingRole);
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
