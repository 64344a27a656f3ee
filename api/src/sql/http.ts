import type { IncomingMessage, RequestListener } from "node:http";
import { keyOf, openDoor, preflight, type Reply, readBody, refuseBrowser, type Visit } from "../data/index.ts";
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
export const sqlDoor = (door: SqlDoor): RequestListener => openDoor(door, (visit) => serve(door, visit));

async function serve(door: SqlDoor, { request, hold }: Visit): Promise<Reply> {
  if (request.method === "OPTIONS") return preflight(request.headers, ["POST"]);
  if (request.method !== "POST") throw refuse("method_not_allowed", { headers: { allow: "POST, OPTIONS" } });
  const holder = await identifyOwner(door.gate, request);
  const bytes = await readBody(request, bodyBytesMax, hold(holder.projectId));
  const ran = await admitted(door, holder, async (run) => {
    const { query, params = [] } = readSqlBody(request, bytes);
    return run({ statements: await understand(door.splitter, holder, query, params), params });
  });
  return { status: 200, headers: ["content-type", "application/json; charset=utf-8"], body: ran.body };
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
