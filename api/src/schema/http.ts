import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type BodyBudget,
  type Held,
  makeBodyBudget,
  preflight,
  problemOf,
  type Reply,
  readBody,
  requestIdOf,
  send,
} from "../data/index.ts";
import { admitted, identifyOwner, readJson, type SqlDoor } from "../sql/index.ts";
import { refuse } from "./contract.ts";
import { operations } from "./operations.ts";
import { readInput, type Served, servedAt } from "./serve.ts";

export const schemaPath = "/api/schema";
/** A migration's text may have a million characters. */
const bodyBytesMax = 5_000_000;

/** Serves what is at and under `/api/schema`. */
export function schemaDoor(door: SqlDoor): (request: IncomingMessage, response: ServerResponse) => void {
  const budget = makeBodyBudget();
  return (request, response) => {
    const requestId = requestIdOf(request.headers);
    serve(door, request, requestId, budget)
      .then((reply) => send(request, response, requestId, reply))
      .catch((error: unknown) => {
        door.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

async function serve(door: SqlDoor, request: IncomingMessage, requestId: string, budget: BodyBudget): Promise<Reply> {
  let held: Held | undefined;
  try {
    const url = new URL(request.url ?? "/", "http://schema");
    const here = servedAt(operations, url.pathname);
    if (here.length === 0) throw refuse("nothing_at_address");
    const methods = here.map(({ method }) => method);
    if (request.method === "OPTIONS") return preflight(request.headers, methods);
    const found = here.find(({ method }) => method === request.method);
    if (!found) throw refuse("method_not_allowed", { headers: { allow: [...methods, "OPTIONS"].join(", ") } });
    const holder = await identifyOwner(door.gate, request);
    // Before leave is asked for: a slow upload must not outlast the moment it was given in.
    held = budget.hold(holder.projectId);
    const bytes = await readBody(request, bodyBytesMax, held);
    return await admitted(door, holder, async (run) => {
      const input = readInput(found, url, bodyOf(request, bytes, found));
      return toReply(found, await found.answer({ door, holder, run }, input as never));
    });
  } catch (error) {
    return problemOf(error, { ...door, requestId });
  } finally {
    held?.release();
  }
}

/** Where a body is asked for it is read; elsewhere none may stand in the way of what the path and the query say. */
const bodyOf = (request: IncomingMessage, bytes: Buffer, { operation }: Served): unknown =>
  Object.keys(operation.body).length > 0 && bytes.length > 0 ? readJson(request, bytes) : undefined;

function toReply({ operation: { returns, media } }: Served, answer: unknown): Reply {
  if (answer === undefined) return { status: 204, headers: [], body: undefined };
  const body = media === undefined ? JSON.stringify(answer) : String(answer);
  return { status: returns[0], headers: ["content-type", `${media ?? "application/json"}; charset=utf-8`], body };
}
