import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Answered, Witness } from "../detections/index.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import { type BodyBudget, type Held, makeBodyBudget } from "./body-budget.ts";
import { codeOf } from "./fault.ts";
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
  /** The gate, as this request asks it: who it is of and what it wrote is noted on the way. */
  readonly gate: Gate;
  /** Notes the body, for whoever looks for abuse. */
  sent(body: Buffer): void;
}

/** What a door works with. */
export interface DoorParts {
  readonly publicUrl: string;
  readonly log: Log;
  readonly gate: Gate;
  /** Hears of each request once it is answered. */
  readonly witness?: Witness | undefined;
}

/** What a visit comes to; nothing where it was sent already, piece by piece. */
export type Serve = (visit: Visit) => Promise<Reply | undefined>;

/** Answers each request by what `serve` gives, or by what it throws, and keeps room for bodies no longer than that takes. */
export function openDoor(at: DoorParts, door: Answered["door"], serve: Serve): RequestListener {
  const budget = makeBodyBudget();
  return (request, response) => {
    const requestId = requestIdOf(request.headers);
    const known = new Known(door);
    const gone = new AbortController();
    response.once("close", () => response.writableFinished || gone.abort());
    const visit = {
      request,
      response,
      requestId,
      gone: gone.signal,
      gate: known.noting(at.gate),
      sent: (body: Buffer) => known.sent(body),
    };
    answer(serve, visit, budget)
      .catch((error: unknown) => {
        known.code = codeOf(error);
        return problemOf(error, { ...at, requestId });
      })
      .then((reply) => {
        if (reply) send(request, response, requestId, reply);
        at.witness?.saw(request, known.answeredBy(response.statusCode, reply));
      })
      .catch((error: unknown) => {
        at.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

/** What becomes known of a request while it is served. */
class Known {
  readonly startedAt = performance.now();
  code: string | null = null;
  #body: Buffer | undefined;
  readonly #door: Answered["door"];
  #holder: Holder | undefined;
  #rowsWritten = 0;

  constructor(door: Answered["door"]) {
    this.#door = door;
  }

  sent(body: Buffer): void {
    this.#body = body;
  }

  noting(gate: Gate): Gate {
    const note = (holder: Holder) => {
      this.#holder = holder;
      return holder;
    };
    return {
      ...gate,
      identify(key) {
        const holder = gate.identify(key);
        return holder instanceof Promise ? holder.then(note) : note(holder);
      },
      settle: (holder, outcome) => {
        this.#rowsWritten = outcome.rowsWritten;
        gate.settle(holder, outcome);
      },
    };
  }

  /** Of an answer that was streamed its length is not told. */
  answeredBy(status: number, reply: Reply | undefined): Answered {
    const { code, startedAt } = this;
    const bytesOut = typeof reply?.body === "string" ? reply.body.length : (reply?.body?.length ?? 0);
    const rowsWritten = this.#rowsWritten;
    return { door: this.#door, holder: this.#holder, status, code, rowsWritten, body: this.#body, startedAt, bytesOut };
  }
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
