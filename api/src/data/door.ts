import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Log } from "../platform/log.ts";
import { type BodyBudget, type Held, makeBodyBudget } from "./body-budget.ts";
import { problemOf, type Reply, requestIdOf, send } from "./wire.ts";

/** One request at a door of the data plane. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Aborted when the client goes away before its answer is complete. */
  readonly gone: AbortSignal;
  /** The body, as far as there is room for it; ask before leave is asked for, so that a slow upload does not outlast the moment it was given in. */
  hold(projectId: string): Held;
}

/** What a visit comes to; nothing where it was sent already, piece by piece. */
export type Serve = (visit: Visit) => Promise<Reply | undefined>;

/** Answers each request by what `serve` gives, or by what it throws, and keeps room for bodies no longer than that takes. */
export function openDoor(at: { readonly publicUrl: string; readonly log: Log }, serve: Serve): RequestListener {
  const budget = makeBodyBudget();
  return (request, response) => {
    const requestId = requestIdOf(request.headers);
    const gone = new AbortController();
    response.once("close", () => response.writableFinished || gone.abort());
    answer(serve, { request, response, requestId, gone: gone.signal }, budget)
      .catch((error: unknown) => problemOf(error, { ...at, requestId }))
      .then((reply) => reply && send(request, response, requestId, reply))
      .catch((error: unknown) => {
        at.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

async function answer(serve: Serve, visit: Omit<Visit, "hold">, budget: BodyBudget): Promise<Reply | undefined> {
  let held: Held | undefined;
  const hold = (projectId: string) => {
    held = budget.hold(projectId);
    return held;
  };
  try {
    return await serve({ ...visit, hold });
  } finally {
    held?.release();
  }
}
