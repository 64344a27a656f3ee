import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type BodyBudget,
  type Held,
  keyOf,
  makeBodyBudget,
  preflight,
  problemOf,
  type Reply,
  readBody,
  refuseBrowser,
  requestIdOf,
  send,
} from "../data/index.ts";
import { flawsOf, wordsOf } from "../platform/flaws.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import { type Admitting, admitted } from "./admitted.ts";
import { readJson } from "./body.ts";
import { refuse, SqlBody, sqlScope } from "./contract.ts";
import type { Splitter } from "./splitter.ts";
import { understand } from "./understand.ts";

export interface SqlDoor extends Admitting {
  readonly splitter: Splitter;
  readonly publicUrl: string;
  readonly log: Log;
}

export const sqlPath = "/api/sql";
const bodyBytesMax = 1_000_000;

/** Serves `POST /api/sql`. */
export function sqlDoor(door: SqlDoor): (request: IncomingMessage, response: ServerResponse) => void {
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
    if (request.method === "OPTIONS") return preflight(request.headers, ["POST"]);
    if (request.method !== "POST") throw refuse("method_not_allowed", { headers: { allow: "POST, OPTIONS" } });
    const holder = await identifyOwner(door.gate, request);
    // Before leave is asked for: a slow upload must not outlast the moment it was given in.
    held = budget.hold(holder.projectId);
    const bytes = await readBody(request, bodyBytesMax, held);
    const ran = await admitted(door, holder, async (run) => {
      const { query, params = [] } = readSqlBody(request, bytes);
      return run({ statements: await understand(door.splitter, holder, query, params), params });
    });
    return { status: 200, headers: ["content-type", "application/json; charset=utf-8"], body: ran.body };
  } catch (error) {
    return problemOf(error, { ...door, requestId });
  } finally {
    held?.release();
  }
}

/** Who holds a key that may act as the owner of its project's database. */
export async function identifyOwner(gate: Gate, { headers }: IncomingMessage): Promise<Holder> {
  const holder = await gate.identify(keyOf(headers));
  refuseBrowser(holder, headers);
  if (holder.kind !== "secret" || !holder.scopes.includes(sqlScope)) throw refuse("needs_secret_key");
  return holder;
}

function readSqlBody(request: IncomingMessage, bytes: Buffer) {
  const { data, error } = SqlBody.safeParse(readJson(request, bytes), { error: wordsOf });
  if (!error) return data;
  throw refuse("invalid_input", { details: { errors: flawsOf(error) } });
}
