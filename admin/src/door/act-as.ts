import { type Action, type Actor, type Engine, perform, type RequestInfo } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import type { Request, Response } from "express";
import { z } from "zod";
import { infoOf } from "./member.ts";

interface Asking {
  readonly actor: Actor;
  readonly request: RequestInfo;
}

/** Performs an operation for whoever sent a plain form, as it says it. */
export const actAs =
  (engine: Engine) =>
  <D extends AnyOperation>(
    { actor, request }: Asking,
    operation: D,
    action: Action<InputOf<D>, OutputOf<D>>,
    typed: Readonly<Record<string, unknown>>,
  ) => {
    refuseUnstorable(typed);
    const input = operation.input.parse(typed, { error: wordsOf }) as InputOf<D>;
    return perform(engine, { operation, actor, request }, action, input);
  };

/** Whoever has not signed in. */
export const nobody = (request: Request, response: Response): Asking => ({
  actor: { kind: "public", id: "public" },
  request: infoOf(request, response),
});

/** What is to be said of a form that was refused; any other error goes on. */
export function flawIn(error: unknown) {
  if (error instanceof Refusal) return error;
  if (!(error instanceof z.ZodError)) throw error;
  const message = error.issues.map(({ path, message: said }) => `${path.join(".")} ${said}`).join("; ");
  return { status: 422, code: "invalid_input", headers: {}, message };
}

/** The token of a mailed link. Where no script took it from the address, somebody may have copied the whole link. */
export const tokenIn = (typed: unknown) => (typeof typed === "string" ? (typed.split("#").at(-1) ?? "").trim() : "");
