import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Answered, Witness } from "../detections/index.ts";
import type { Act, Gate, Holder, Outcome } from "../platform/gate.ts";
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
    const known = new Known(door, request.socket.bytesWritten);
    const gone = new AbortController();
    response.once("close", () => response.writableFinished || gone.abort());
    const visit = {
      request,
      response,
      requestId,
      gone: gone.signal,
      gate: new NotingGate(at.gate, known),
      sent: (body: Buffer) => known.sent(body),
    };
    answer(serve, visit, budget)
      .catch((error: unknown) => {
        known.code = codeOf(error);
        return problemOf(error, { ...at, requestId });
      })
      .then((reply) => {
        if (reply) send(request, response, requestId, reply);
        at.witness?.saw(request, known.answeredBy(response.statusCode, reply, request.socket.bytesWritten));
      })
      .catch((error: unknown) => {
        at.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

/** The gate, which notes on the way who a request is of and what it wrote. One is made for each request: so methods, and no copy of the gate's. */
class NotingGate implements Gate {
  readonly #gate: Gate;
  readonly #known: Known;

  constructor(gate: Gate, known: Known) {
    this.#gate = gate;
    this.#known = known;
  }

  identify(key: string): Holder | Promise<Holder> {
    const holder = this.#gate.identify(key);
    return holder instanceof Promise ? holder.then((each) => this.#note(each)) : this.#note(holder);
  }
  settle(holder: Holder, outcome: Outcome): void {
    this.#known.rowsWritten = outcome.rowsWritten;
    this.#gate.settle(holder, outcome);
  }
  admit(holder: Holder, act: Act) {
    return this.#gate.admit(holder, act);
  }
  grow(holder: Holder) {
    return this.#gate.grow(holder);
  }
  room(holder: Holder) {
    return this.#gate.room(holder);
  }
  noRoom(holder: Holder) {
    return this.#gate.noRoom(holder);
  }
  warning(holder: Holder) {
    return this.#gate.warning(holder);
  }
  checkSize(holder: Holder, databaseBytes: number) {
    this.#gate.checkSize(holder, databaseBytes);
  }
  sent(holder: Holder, bytes: number) {
    this.#gate.sent(holder, bytes);
  }
  #note(holder: Holder): Holder {
    this.#known.holder = holder;
    return holder;
  }
}

/** What becomes known of a request while it is served. */
class Known {
  readonly startedAt = performance.now();
  code: string | null = null;
  holder: Holder | undefined;
  rowsWritten = 0;
  #body: Buffer | undefined;
  readonly #door: Answered["door"];
  readonly #bytesBefore: number;

  constructor(door: Answered["door"], bytesBefore: number) {
    this.#door = door;
    this.#bytesBefore = bytesBefore;
  }

  sent(body: Buffer): void {
    this.#body = body;
  }

  /** What was streamed is known by what went out on its connection, the answer's head included. */
  answeredBy(status: number, reply: Reply | undefined, bytesWritten: number): Answered {
    const { code, startedAt, holder, rowsWritten } = this;
    const bytesOut = reply ? (reply.body?.length ?? 0) : bytesWritten - this.#bytesBefore;
    return { door: this.#door, holder, status, code, rowsWritten, body: this.#body, startedAt, bytesOut };
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
