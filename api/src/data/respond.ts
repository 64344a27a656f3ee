import { type DatabaseError, isDatabaseError } from "../platform/db/exchange.ts";
import { databaseFault, Fault, fault, notTheRow } from "./fault.ts";
import { raisedFault } from "./raised.ts";
import { type DataRequest, isRead } from "./request.ts";
import type { Result } from "./run.ts";
import { oneRowOnly, tooManyRows } from "./statement/statement.ts";
import { flat, type Reply } from "./wire.ts";
import { wishedHeaders, wishedStatus } from "./wishes.ts";

const json = "application/json; charset=utf-8";

/** What a request came to, in the dialect. */
export function respond(request: DataRequest, result: Result): Reply {
  const { prefer } = request;
  const { answer, returns } = result.statement;
  const headers = [...wishedHeaders(result.wishes.headers)];
  const wished = wishedStatus(result.wishes.status);
  const applied = prefer.applied.filter((wish) => answer.resolves || !wish.startsWith("resolution="));
  if (applied.length > 0) headers.push("preference-applied", applied.join(", "));
  if (answer.output.explain) return { status: 200, headers: [...headers, "content-type", answer.output.contentType], body: result.body };
  const isReading = isRead(request) || request.kind === "routine";
  headers.push("content-range", isReading ? rangeOfRead(request, result) : rangeOfChange(request, result));
  if (returns?.isVoid) return { status: wished ?? 204, headers, body: undefined };
  if (isRead(request)) headers.push("content-location", `${request.prefix}${request.place}`);
  if (isReading) return { status: wished ?? statusOfRead(request, result), ...withBody(headers, request, result) };
  if (request.method === "PUT" && result.rows === 0) throw notTheRow();
  const status = wished ?? statusOfChange(request, result);
  if (prefer.returns === "representation") return { status, ...withBody(headers, request, result) };
  const location = request.method === "POST" ? locationOf(request, result) : undefined;
  if (location !== undefined) headers.push("location", location);
  return { status, headers, body: undefined };
}

function statusOfChange({ method, prefer }: DataRequest, { inserted, statement }: Result): number {
  const isShown = prefer.returns === "representation";
  if (method === "POST") return statement.answer.resolves && prefer.resolution === "merge" && !inserted ? 200 : 201;
  if (method === "PUT" && inserted !== undefined && inserted > 0) return 201;
  return isShown ? 200 : 204;
}

function withBody(headers: string[], { method }: DataRequest, { body = "[]", rows, statement }: Result) {
  const { answer, returns } = statement;
  const { output } = answer;
  const hasOwnType = headers.some((name, i) => i % 2 === 0 && name === "content-type");
  if (!hasOwnType) headers.push("content-type", output.contentType);
  if (hasOwnType || (output.kind !== "list" && output.kind !== "object"))
    headers.push("x-content-type-options", "nosniff", "content-security-policy", "sandbox");
  if (method === "HEAD") return { headers, body: undefined };
  if (output.kind === "custom") return { headers, body: bytesOf(body, output.contentType) };
  if (output.kind !== "object") return { headers, body };
  if (rows !== 1) throw notOne(rows);
  return { headers, body: returns && !returns.isSet ? body : body.slice(body.indexOf("[") + 1, body.lastIndexOf("]")) };
}

/** PostgreSQL writes bytes as hexadecimal digits. */
const bytesOf = (text: string, contentType: string): string | Buffer =>
  !contentType.includes("charset") && /^\\x(?:[0-9a-f]{2})*$/.test(text) ? Buffer.from(text.slice(2), "hex") : text;

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
function locationOf({ name, prefix, prefer }: DataRequest, { body, rows }: Result): string | undefined {
  if (prefer.returns !== "headers-only" || body === undefined || rows !== 1) return undefined;
  const [key] = JSON.parse(body) as Record<string, unknown>[];
  const filters = Object.entries(key ?? {}).map(
    ([column, value]) => `${encodeURIComponent(column)}=eq.${encodeURIComponent(String(value))}`,
  );
  return `${prefix}${encodeURIComponent(name)}?${filters.join("&")}`;
}

/** An error of the dialect or of PostgreSQL as an answer; undefined for what the dialect has no word for. */
export function respondToFault(error: unknown, isAnonymous: boolean): Reply | undefined {
  const found = isDatabaseError(error) ? faultOf(error, isAnonymous) : error;
  if (!(found instanceof Fault)) return undefined;
  return {
    status: found.status,
    headers: flat({ "content-type": json, ...proxyStatus(found.body.code), ...asInert(found.headers) }),
    body: JSON.stringify(found.body),
  };
}

/** RFC 9209, in the words of the dialect; a code may be one of the tenant's making. */
const proxyStatus = (code: string) => (/^\w{1,50}$/.test(code) ? { "proxy-status": `PostgREST; error=${code}` } : {});

/** What the tenant's code gives another type is looked at by nobody's browser as a page of ours. */
const asInert = (headers: Fault["headers"]) =>
  "content-type" in headers ? { ...headers, "x-content-type-options": "nosniff", "content-security-policy": "sandbox" } : headers;

const faultOf = (error: DatabaseError, isAnonymous: boolean): Fault =>
  wrongNumber(error) ?? (error.code === "PGRST" ? raisedFault(error) : databaseFault(error, isAnonymous));

/** A number of rows that a statement made an error. */
function wrongNumber({ code, message }: DatabaseError): Fault | undefined {
  if (code !== "22P02") return undefined;
  const after = (text: string) => (message.includes(text) ? message.slice(message.indexOf(text) + text.length, -1) : undefined);
  const other = after(oneRowOnly);
  if (other !== undefined) return notOne(other);
  const many = after(tooManyRows);
  if (many === undefined) return undefined;
  return fault("PGRST124", "Query result exceeds max-affected preference constraint", { details: `The query affects ${many} rows` });
}
