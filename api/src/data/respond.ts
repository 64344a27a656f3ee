import { type DatabaseError, isDatabaseError } from "../platform/db/exchange.ts";
import { databaseFault, Fault, fault } from "./fault.ts";
import type { DataRequest } from "./request.ts";
import type { Result } from "./run.ts";
import { oneRowOnly } from "./statement.ts";
import { flat, type Reply } from "./wire.ts";

const json = "application/json; charset=utf-8";
const objectJson = "application/vnd.pgrst.object+json; charset=utf-8";

/** What a request came to, in the dialect. */
export function respond(request: DataRequest, result: Result): Reply {
  const { method, prefer, shape } = request;
  const headers: string[] = [];
  if (prefer.applied.length > 0) headers.push("preference-applied", prefer.applied.join(", "));
  const isRead = method === "GET" || method === "HEAD";
  headers.push("content-range", isRead ? rangeOfRead(request, result) : rangeOfChange(request, result));
  if (isRead) return { status: statusOfRead(request, result), ...withBody(headers, request, result) };
  if (prefer.returns === "representation") return { status: method === "POST" ? 201 : 200, ...withBody(headers, request, result) };
  if (method !== "POST") return { status: 204, headers, body: undefined };
  const location = shape === "object" || result.rows === 1 ? locationOf(request, result) : undefined;
  if (location !== undefined) headers.push("location", location);
  return { status: 201, headers, body: undefined };
}

function withBody(headers: string[], { shape, method }: DataRequest, { body = "[]", rows }: Result) {
  headers.push("content-type", shape === "object" ? objectJson : json);
  if (method === "HEAD") return { headers, body: undefined };
  if (shape === "list") return { headers, body };
  if (rows !== 1) throw notOne(rows);
  return { headers, body: body.slice(body.indexOf("[") + 1, body.lastIndexOf("]")) };
}

const notOne = (rows: number | string) =>
  fault("PGRST116", "Cannot coerce the result to a single JSON object", { details: `The result contains ${rows} rows` });

/** `from-to/total`, with a star for what is not known or not there. */
const range = (from: number, rows: number, total: number | undefined) => `${rows > 0 ? `${from}-${from + rows - 1}` : "*"}/${total ?? "*"}`;

const rangeOfRead = ({ query }: DataRequest, { rows, total }: Result) => range(query.offset, rows, total);

const rangeOfChange = ({ method, prefer }: DataRequest, { rows }: Result) => {
  const total = prefer.count ? rows : undefined;
  return method === "PATCH" ? range(0, rows, total) : range(0, 0, total);
};

function statusOfRead({ query: { offset } }: DataRequest, { rows, total }: Result): number {
  if (total === undefined) return 200;
  if (offset > 0 && offset > total) {
    throw fault("PGRST103", "Requested range not satisfiable", {
      details: `An offset of ${offset} was requested, but there are only ${total} rows.`,
      headers: { "content-range": `*/${total}` },
    });
  }
  return rows < total ? 206 : 200;
}

/** Where the inserted row can be read, by its primary key. */
function locationOf({ table, prefer }: DataRequest, { body }: Result): string | undefined {
  if (prefer.returns !== "headers-only" || body === undefined) return undefined;
  const [key] = JSON.parse(body) as Record<string, unknown>[];
  const filters = Object.entries(key ?? {}).map(([name, value]) => `${encodeURIComponent(name)}=eq.${encodeURIComponent(String(value))}`);
  return `/api/rest/${encodeURIComponent(table)}?${filters.join("&")}`;
}

/** An error of the dialect or of PostgreSQL as an answer; undefined for what the dialect has no word for. */
export function respondToFault(error: unknown, isAnonymous: boolean): Reply | undefined {
  const found = isDatabaseError(error) ? (notOneRow(error) ?? databaseFault(error, isAnonymous)) : error;
  if (!(found instanceof Fault)) return undefined;
  return {
    status: found.status,
    headers: ["content-type", json, ...flat(found.headers)],
    body: JSON.stringify(found.body),
  };
}

const notOneRow = ({ code, message }: DatabaseError): Fault | undefined => {
  const place = message.indexOf(oneRowOnly);
  return code === "22P02" && place >= 0 ? notOne(message.slice(place + oneRowOnly.length, -1)) : undefined;
};
