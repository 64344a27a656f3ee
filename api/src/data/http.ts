import type { IncomingMessage, ServerResponse } from "node:http";
import type { Witness } from "../detections/index.ts";
import { isWithoutRoom } from "../platform/db/trip.ts";
import type { Act, Gate, Holder } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import { type AskerParts, openAskers, type WhoAsks } from "./asker.ts";
import { isLong, readAhead } from "./body.ts";
import { type BodyBudget, makeBodyBudget, smallBytes } from "./body-budget.ts";
import type { Caller } from "./caller.ts";
import { dataScopes, refuse } from "./contract.ts";
import { accountOf, codeOf } from "./fault.ts";
import { respondToOptions } from "./options.ts";
import { profileOf, tellingProfile } from "./profile.ts";
import { hasBody, type Method, methods, pathOf, readMethod, readRequest } from "./request.ts";
import { respond, respondToFault } from "./respond.ts";
import { type Documents, openDocuments, refuseOthersAtRoot, respondToRoot } from "./root/root.ts";
import { type Database, type Room, run } from "./run.ts";
import { bytesOut, preflight, problemOf, type Reply, readBody, requestIdOf, send, warn } from "./wire.ts";

export interface DataPlane extends Database, AskerParts {
  readonly gate: Gate;
  readonly publicUrl: string;
  readonly log: Log;
  /** Hears of each request once it is answered. */
  readonly witness?: Witness | undefined;
}

/** Where the data plane is; the second place is where `createClient(PUBLIC_URL, key)` of supabase-js looks for it. */
export const restPaths = ["/api/rest", "/rest/v1"] as const;
const bodyBytesMax = 10_000_000;

/** Serves what comes under `/api/rest/`: key, gate, and then the forward line request, plan, statement, run, respond. */
export function dataPlane(plane: DataPlane): (request: IncomingMessage, response: ServerResponse) => void {
  const tools = { whoAsks: openAskers(plane), budget: makeBodyBudget(), documents: openDocuments() };
  return (request, response) => {
    const requestId = requestIdOf(request.headers);
    if (isPreflight(request)) return send(request, response, requestId, preflight(request.headers, methods));
    const known = new Known(response);
    serve(plane, tools, request, requestId, known)
      .then((reply) => {
        if (known.caller) warn(response, plane.gate, known.caller.holder);
        const before = bytesOut(response);
        send(request, response, requestId, reply);
        if (known.caller && known.isLetIn && reply.status < 500) plane.gate.sent(known.caller.holder, bytesOut(response) - before);
        plane.witness?.saw(request, known.answeredBy(reply));
      })
      .catch((error: unknown) => {
        plane.log.error("an answer could not be sent", { requestId, error });
        response.destroy();
      });
  };
}

/** Browsers ask without a key; who shows one is told what may be done there. */
const isPreflight = ({ method, headers }: IncomingMessage) =>
  method === "OPTIONS" &&
  (headers["access-control-request-method"] !== undefined || (headers["apikey"] === undefined && headers.authorization === undefined));

/** What becomes known of a request while it is served. */
class Known {
  readonly response: ServerResponse;
  readonly startedAt = performance.now();
  caller: Caller | undefined = undefined;
  isLetIn = false;
  body: Buffer | undefined = undefined;
  rowsWritten = 0;
  code: string | null = null;

  constructor(response: ServerResponse) {
    this.response = response;
  }

  answeredBy({ status, body }: Reply) {
    const { caller, rowsWritten, code, startedAt } = this;
    const bytesOut = typeof body === "string" ? body.length : (body?.length ?? 0);
    return { door: "rest", holder: caller?.holder, status, code, rowsWritten, body: this.body, startedAt, bytesOut } as const;
  }
}

interface Tools {
  readonly whoAsks: WhoAsks;
  readonly budget: BodyBudget;
  readonly documents: Documents;
}

/** Where a request goes. */
interface Address {
  readonly prefix: string;
  readonly target: string;
}

function addressOf(url = ""): Address {
  const place = restPaths.find((each) => url.startsWith(each)) ?? "";
  const rest = url.slice(place.length);
  return { prefix: `${place}/`, target: rest.startsWith("/") ? rest.slice(1) : rest };
}

async function serve(plane: DataPlane, tools: Tools, request: IncomingMessage, requestId: string, known: Known): Promise<Reply> {
  try {
    const asker = tools.whoAsks(request);
    const caller = asker instanceof Promise ? await asker : asker;
    known.caller = caller;
    const address = addressOf(request.url);
    if (request.method === "OPTIONS" || pathOf(address.target) === "") return await describe(plane, tools, caller, request, address, known);
    const method = readMethod(request.method ?? "");
    permit(caller.holder, acts[method]);
    if (!hasBody(method)) return await answer(plane, caller, method, request, address, known);
    return await answerWithBody(plane, tools, caller, method, request, address, known);
  } catch (error) {
    known.code = codeOf(error);
    return respondToFault(error, known.caller?.isAnonymous ?? true) ?? problemOf(error, { ...plane, requestId });
  }
}

function permit({ scopes }: Holder, act: Act): void {
  const scope = act.writes ? dataScopes.write : dataScopes.read;
  if (!scopes.includes(scope)) throw refuse("missing_scope", { details: { scope } });
}

/** What is there and what may be done with it: it counts as a read. */
async function describe(
  plane: DataPlane,
  { documents }: Tools,
  caller: Caller,
  { method, headers }: IncomingMessage,
  { prefix, target }: Address,
  known: Known,
): Promise<Reply> {
  permit(caller.holder, reads);
  const isRoot = method !== "OPTIONS";
  if (isRoot) refuseOthersAtRoot(method);
  return gated(plane, known, caller, reads, async () => {
    const profile = profileOf(true, headers, caller.holder.exposedSchemas);
    const { schema } = profile;
    const reply = isRoot
      ? await respondToRoot(plane, documents, caller, { schema, accept: headers.accept, url: plane.publicUrl + prefix })
      : await respondToOptions(plane, caller, pathOf(target), schema);
    return { reply: tellingProfile(reply, profile) };
  });
}

/** The body stands in memory while it waits for a session: within a budget. */
async function answerWithBody(
  plane: DataPlane,
  { whoAsks, budget }: Tools,
  caller: Caller,
  method: Method,
  request: IncomingMessage,
  address: Address,
  known: Known,
): Promise<Reply> {
  const isSmall = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= smallBytes;
  const held = isSmall ? undefined : budget.hold(caller.holder.projectId);
  try {
    // Before leave is asked for: a slow upload must not outlast the moment it was given in.
    known.body = await readBody(request, bodyBytesMax, held);
    // A token may have ended meanwhile; the gate sees to the key itself.
    const asker = request.headers.authorization === undefined ? caller : await whoAsks(request);
    return await answer(plane, asker, method, request, address, known);
  } finally {
    held?.release();
  }
}

function answer(
  plane: DataPlane,
  caller: Caller,
  method: Method,
  request: IncomingMessage,
  address: Address,
  known: Known,
): Promise<Reply> {
  const { holder } = caller;
  const bytes = known.body;
  const act = acts[method];
  return gated(plane, known, caller, act, async () => {
    const profile = profileOf(!act.writes, request.headers, holder.exposedSchemas);
    const sent = bytes && isLong(bytes) && !namesColumns(address) ? await readAhead(bytes, request.headers) : bytes && { bytes };
    const understood = readRequest(method, { ...address, schema: profile.schema, headers: request.headers }, sent);
    const result = await run(plane, caller, understood, {
      headers: () => visibleHeaders(request),
      room: roomFor(plane.gate, holder, act),
      answer: known.response,
    });
    known.rowsWritten = act.writes ? result.written : 0;
    return { reply: tellingProfile(respond(understood, result), profile), rowsWritten: result.written };
  });
}

/** Then nobody looks for them in the body. */
const namesColumns = ({ target }: Address) => /[?&]columns=/.test(target);

interface Done {
  readonly reply: Reply;
  readonly rowsWritten?: number;
}

/** Works between the gate's leave and its account of what came of it. */
async function gated({ gate }: DataPlane, known: Known, { holder }: Caller, act: Act, work: () => Promise<Done>): Promise<Reply> {
  const leave = gate.admit(holder, act);
  if (leave instanceof Promise) await leave;
  known.isLetIn = true;
  const startedAt = performance.now();
  let status = 500;
  let rowsWritten = 0;
  try {
    const done = await work();
    if (act.writes) rowsWritten = done.rowsWritten ?? 0;
    // A tenant's code may wish for a 5xx: that is not our trouble, and the request counts.
    status = Math.min(done.reply.status, 499);
    return done.reply;
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
