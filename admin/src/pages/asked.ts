import { type Action, type Engine, perform } from "@nextmavens/api/platform/action";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { includesRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import type { Visit } from "../door/member.ts";
import { roleOf } from "../resources/offer.ts";

export const missingRole = new Refusal({ code: "missing_role", status: 403, message: "Your role does not allow this." });
export const notFound = new Refusal({ code: "not_found", status: 404, message: "There is nothing here." });

/** Whether the API would let this reader ask. */
export const mayAsk = (visit: Visit, operation: AnyOperation) => includesRole(visit.member.role, roleOf(operation));

/** What the API's own action answers to whoever the API lets ask. */
export async function asked<D extends AnyOperation>(
  engine: Engine,
  visit: Visit,
  operation: D,
  action: Action<InputOf<D>, OutputOf<D>>,
  typed: unknown,
): Promise<OutputOf<D> | Refusal> {
  if (!mayAsk(visit, operation)) return missingRole;
  const { success, data } = operation.input.safeParse(typed);
  if (!success) return notFound;
  try {
    return await perform(engine, { operation, actor: visit.actor, request: visit.request }, action, data as InputOf<D>);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
