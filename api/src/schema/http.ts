import type { IncomingMessage, RequestListener } from "node:http";
import { openDoor, preflight, type Reply, readBody, type Visit } from "../data/index.ts";
import { admitted, identifyOwner, readJson, type SqlDoor } from "../sql/index.ts";
import { refuse } from "./contract.ts";
import { operations } from "./operations.ts";
import { readInput, type Served, servedAt } from "./serve.ts";

export const schemaPath = "/api/schema";
/** A migration's text may have a million characters. */
const bodyBytesMax = 5_000_000;

/** Serves what is at and under `/api/schema`. */
export const schemaDoor = (door: SqlDoor): RequestListener =>
  openDoor(door, "schema", (visit) => serve({ ...door, gate: visit.gate }, visit));

async function serve(door: SqlDoor, visit: Visit): Promise<Reply> {
  const { request, hold } = visit;
  const url = new URL(request.url ?? "/", "http://schema");
  const here = servedAt(operations, url.pathname);
  if (here.length === 0) throw refuse("nothing_at_address");
  const methods = here.map(({ method }) => method);
  if (request.method === "OPTIONS") return preflight(request.headers, methods);
  const found = here.find(({ method }) => method === request.method);
  if (!found) throw refuse("method_not_allowed", { headers: { allow: [...methods, "OPTIONS"].join(", ") } });
  const holder = await identifyOwner(door.gate, request);
  const bytes = await readBody(request, bodyBytesMax, hold(holder.projectId));
  return await admitted(door, visit, holder, async (run) => {
    const input = readInput(found, url, bodyOf(request, bytes, found));
    return toReply(found, await found.answer({ door, holder, run }, input as never));
  });
}

/** Where a body is asked for it is read; elsewhere none may stand in the way of what the path and the query say. */
const bodyOf = (request: IncomingMessage, bytes: Buffer, { operation }: Served): unknown =>
  Object.keys(operation.body).length > 0 && bytes.length > 0 ? readJson(request, bytes) : undefined;

function toReply({ operation: { returns, media } }: Served, answer: unknown): Reply {
  if (answer === undefined) return { status: 204, headers: [], body: undefined };
  const body = media === undefined ? JSON.stringify(answer) : String(answer);
  return { status: returns[0], headers: ["content-type", `${media ?? "application/json"}; charset=utf-8`], body };
}
