import { isUtf8 } from "node:buffer";
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
  toLogin,
} from "../data/index.ts";
import { isAway } from "../platform/db/blame.ts";
import type { Act, Gate, Holder } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import { isNestedDeeper } from "../platform/nesting.ts";
import { Refusal } from "../platform/refusal.ts";
import { refuse, SqlBody, sqlScope } from "./contract.ts";
import { syntaxRefusal } from "./fault.ts";
import { type Ran, run, type SqlDatabase } from "./run.ts";
import type { SplitStatement } from "./split.ts";
import type { Splitter } from "./splitter.ts";

export interface SqlDoor extends SqlDatabase {
  readonly gate: Gate;
  readonly splitter: Splitter;
  readonly publicUrl: string;
  readonly log: Log;
  /** Tells every process that what it remembers of the project's tables is stale. */
  readonly announce: (projectId: string) => Promise<void>;
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
    const holder = await identify(door.gate, request);
    // Before leave is asked for: a slow upload must not outlast the moment it was given in.
    held = budget.hold(holder.projectId);
    const bytes = await readBody(request, bodyBytesMax, held);
    const ran = await admitted(door, holder, request, bytes);
    return { status: 200, headers: ["content-type", "application/json; charset=utf-8"], body: ran.body };
  } catch (error) {
    return problemOf(error, { ...door, requestId });
  } finally {
    held?.release();
  }
}

async function identify(gate: Gate, { headers }: IncomingMessage): Promise<Holder> {
  const holder = await gate.identify(keyOf(headers));
  refuseBrowser(holder, headers);
  if (holder.kind !== "secret" || !holder.scopes.includes(sqlScope)) throw refuse("needs_secret_key");
  return holder;
}

function readSqlBody({ headers }: IncomingMessage, bytes: Buffer) {
  const [type = "application/json"] = headers["content-type"]?.split(";") ?? [];
  if (type.trim().toLowerCase() !== "application/json") throw refuse("unsupported_media_type");
  const body = parse(bytes);
  if (isNestedDeeper(body)) throw refuse("nested_too_deep");
  const { data, error } = SqlBody.safeParse(body);
  if (!error) return data;
  const errors = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw refuse("invalid_input", { details: { errors } });
}

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw refuse("invalid_json");
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw refuse("invalid_json");
  }
}

/** The statements of a text, all of which may be run here. */
async function understand(
  splitter: Splitter,
  holder: Holder,
  query: string,
  params: readonly unknown[],
): Promise<readonly SplitStatement[]> {
  const nul = query.indexOf("\0");
  if (nul >= 0) throw syntaxRefusal("the query holds a NUL character", nul + 1);
  const split = await splitter.split(holder.tenantId, query);
  if (split.kind === "too_many_statements") throw refuse("too_many_statements");
  if (split.kind === "syntax_error") throw syntaxRefusal(split.message, split.position);
  const { statements } = split;
  if (statements.length === 0) throw refuse("empty_query");
  if (statements.length > 1 && params.length > 0) throw refuse("params_need_one_statement");
  for (const [index, { refusal, isAlone, offset }] of statements.entries()) {
    const code = refusal ?? (isAlone && statements.length > 1 ? "not_alone" : undefined);
    if (code) throw refuse(code, { details: { statement: index + 1, position: offset + 1 } });
  }
  return statements;
}

/** Between the gate's leave, which is asked for before anything costs work, and its account of what came of it. */
async function admitted(door: SqlDoor, holder: Holder, request: IncomingMessage, bytes: Buffer): Promise<Ran> {
  const { gate } = door;
  let act: Act = { writes: false };
  await gate.admit(holder, act);
  const startedAt = performance.now();
  let status = 500;
  let rowsWritten = 0;
  let isRefused = false;
  try {
    const { query, params = [] } = readSqlBody(request, bytes);
    const statements = await understand(door.splitter, holder, query, params);
    const wanted = actOf(statements);
    const refusal = wanted.shrinks ? undefined : await refusalToGrow(gate, holder);
    isRefused = refusal !== undefined && statements.some(({ effect }) => effect !== "reads");
    if (refusal && isRefused) throw refusal;
    if (!refusal) act = wanted;
    const ran = await run(door, toLogin(holder, "owner"), { statements, params, isReadOnly: !act.writes, judge: judge(gate, holder, act) });
    ({ rowsWritten } = ran);
    if (ran.hasNewSchema) await door.announce(holder.projectId);
    status = 200;
    return ran;
  } catch (error) {
    if (error instanceof Refusal) status = error.status === 504 ? 499 : error.status;
    else if (isAway(error)) status = 503;
    throw error;
  } finally {
    gate.settle(holder, { act, status, rowsWritten, durationMs: performance.now() - startedAt, isRefused });
  }
}

/** Any statement may write by a function that it calls. */
const actOf = (statements: readonly SplitStatement[]): Act => {
  const writes = statements.some(({ effect }) => effect === "writes");
  return { writes: true, shrinks: !writes && statements.some(({ effect }) => effect === "shrinks") };
};

/** A project that has reached a limit on growing may still take away, and still read: then in a transaction that can't write. */
async function refusalToGrow(gate: Gate, holder: Holder): Promise<Refusal | undefined> {
  try {
    await gate.grow(holder);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Undoes what made the database grow by more than there is room for, whatever its statements looked like. */
const judge = (gate: Gate, holder: Holder, act: Act) => async (rowsGrown: number) => {
  if (rowsGrown === 0) return;
  const setAside = act.writes && !act.shrinks ? 1 : 0;
  if (rowsGrown > setAside && rowsGrown > (await gate.room(holder)) + setAside) throw gate.noRoom(holder);
};
