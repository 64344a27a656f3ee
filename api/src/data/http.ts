import type { IncomingMessage, ServerResponse } from "node:http";
import { isWithoutRoom } from "../platform/db/trip.ts";
import type { Act, Gate, Holder } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import { type BodyBudget, makeBodyBudget, smallBytes } from "./body-budget.ts";
import { type Caller, openCallers } from "./caller.ts";
import { dataScopes, refuse } from "./contract.ts";
import { accountOf } from "./fault.ts";
import { hasBody, type Method, methods, readMethod, readRequest } from "./request.ts";
import { respond, respondToFault } from "./respond.ts";
import { type Database, type Room, run } from "./run.ts";
import { keyOf, preflight, problemOf, type Reply, readBody, refuseBrowser, requestIdOf, send } from "./wire.ts";

export interface DataPlane extends Database {
  readonly gate: Gate;
  readonly abilities: { readonly serviceRoleBypassesRls: boolean };
  readonly publicUrl: string;
  readonly log: Log;
}

export const restPrefix = "/api/rest/";
const bodyBytesMax = 10_000_000;

/** Serves what comes under `/api/rest/`: key, gate, and then the forward line request, plan, statement, run, respond. */
export function dataPlane(plane: DataPlane): (request: IncomingMessage, response: ServerResponse) => void {
  const tools = { callerOf: openCallers(plane.abilities), budget: makeBodyBudget() };
  return (request, response) => {
    const requestId = requestIdOf(request.headers);
    if (request.method === "OPTIONS") return send(request, response, requestId, preflight(request.headers, methods));
    serve(plane, tools, request, requestId)
      .then((reply) => send(request, response, requestId, reply))
      .catch((error: unknown) => {
        plane.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

interface Tools {
  readonly callerOf: (holder: Holder) => Caller;
  readonly budget: BodyBudget;
}

async function serve(plane: DataPlane, { callerOf, budget }: Tools, request: IncomingMessage, requestId: string): Promise<Reply> {
  let caller: Caller | undefined;
  try {
    const identified = plane.gate.identify(keyOf(request.headers));
    const holder = identified instanceof Promise ? await identified : identified;
    refuseBrowser(holder, request.headers);
    caller = callerOf(holder);
    const method = readMethod(request.method ?? "");
    const scope = acts[method].writes ? dataScopes.write : dataScopes.read;
    if (!holder.scopes.includes(scope)) throw refuse("missing_scope", { details: { scope } });
    return await admitted(plane, caller, method, request, budget);
  } catch (error) {
    return respondToFault(error, caller?.isAnonymous ?? true) ?? problemOf(error, { ...plane, requestId });
  }
}

/** The body stands in memory while it waits for a session: within a budget. */
async function admitted(plane: DataPlane, caller: Caller, method: Method, request: IncomingMessage, budget: BodyBudget): Promise<Reply> {
  if (!hasBody(method)) return answer(plane, caller, method, request, undefined);
  const isSmall = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= smallBytes;
  const held = isSmall ? undefined : budget.hold(caller.holder.projectId);
  try {
    // Before leave is asked for: a slow upload must not outlast the moment it was given in.
    const bytes = await readBody(request, bodyBytesMax, held);
    return await answer(plane, caller, method, request, bytes);
  } finally {
    held?.release();
  }
}

/** Between the gate's leave and its account of what came of it. */
async function answer(
  plane: DataPlane,
  caller: Caller,
  method: Method,
  request: IncomingMessage,
  bytes: Buffer | undefined,
): Promise<Reply> {
  const { gate } = plane;
  const { holder } = caller;
  const act = acts[method];
  const leave = gate.admit(holder, act);
  if (leave instanceof Promise) await leave;
  const startedAt = performance.now();
  let status = 500;
  let rowsWritten = 0;
  try {
    const target = (request.url ?? "").slice(restPrefix.length);
    const understood = readRequest(method, { method, target, headers: request.headers }, bytes);
    const result = await run(plane, caller, understood, () => visibleHeaders(request), roomFor(gate, holder, act));
    if (act.writes) rowsWritten = result.written;
    const reply = respond(understood, result);
    status = reply.status;
    return reply;
  } catch (caught) {
    const error = isWithoutRoom(caught) ? gate.noRoom(holder) : caught;
    status = accountOf(error);
    throw error;
  } finally {
    gate.settle(holder, { act, status, rowsWritten, durationMs: performance.now() - startedAt });
  }
}

/** One row was set aside for an act that may grow. */
function roomFor(gate: Gate, holder: Holder, act: Act): Room {
  const setAside = act.shrinks ? 0 : 1;
  const withSetAside = (left: number) => left + setAside;
  return {
    left: () => {
      const left = gate.room(holder);
      return left instanceof Promise ? left.then(withSetAside) : withSetAside(left);
    },
    refusal: () => gate.noRoom(holder),
  };
}

const reads: Act = { writes: false };
const grows: Act = { writes: true };
const acts: Readonly<Record<Method, Act>> = {
  GET: reads,
  HEAD: reads,
  POST: grows,
  PATCH: grows,
  PUT: grows,
  DELETE: { writes: true, shrinks: true },
};

/** What tenants' policies and functions may read of the headers: all but what proves who somebody is. */
function visibleHeaders({ headers }: IncomingMessage): string {
  const { authorization: _authorization, apikey: _apikey, cookie: _cookie, ...visible } = headers;
  return JSON.stringify(visible);
}
