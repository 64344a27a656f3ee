import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { isAway } from "../platform/db/blame.ts";
import { refuseConnection } from "../platform/db/session.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import { newId } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Held } from "./body-budget.ts";
import { refuse } from "./contract.ts";

/** An answer before it is sent; headers stand in a flat list of names and values. */
export interface Reply {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string | Buffer | undefined;
}

/** The caller's request id is kept if it is harmless, so that both sides can name the same request. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : nextRequestId();
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const countedLetters = 4;
const countMax = letters.length ** countedLetters;
let stem = "";
let count = countMax;
let stemMadeAt = 0;
const letter = (number: number) => letters.charAt(number & 31);

/** An id as `newId` makes them, but its last characters are counted on for a second: making one at random costs as much as parsing a request. */
function nextRequestId(): string {
  const now = performance.now();
  count += 1;
  if (count >= countMax || now - stemMadeAt > 1_000) {
    stem = newId("request").slice(0, -countedLetters);
    count = 0;
    stemMadeAt = now;
  }
  return stem + letter(count >> 15) + letter(count >> 10) + letter(count >> 5) + letter(count);
}

const bearer = /^bearer +(\S+) *$/i;
const anyBearer = /^bearer(?: +(.*))?$/i;

/** The API key, from either of the places where clients of the dialect put it. */
export function keyOf(headers: IncomingHttpHeaders): string {
  const { apikey, authorization } = headers;
  const token = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  const key = typeof apikey === "string" && apikey !== "" ? apikey : token;
  if (key === undefined) throw refuse("missing_api_key", { headers: { "www-authenticate": "Bearer" } });
  if (token !== undefined && token !== key) throw refuse("two_api_keys");
  return key;
}

/** An API key, and beside it the token of an end user who asks, if there is one. */
export function credentialsOf(headers: IncomingHttpHeaders): { readonly key: string; readonly token: string | undefined } {
  const { apikey, authorization } = headers;
  const given = authorization === undefined ? undefined : anyBearer.exec(authorization);
  const token = given ? (given[1] ?? "").trim() : undefined;
  const isOneKey = typeof apikey !== "string" || apikey === "" || token === undefined || token === apikey || isKey(token);
  return isOneKey ? { key: keyOf(headers), token: undefined } : { key: apikey, token };
}

const isKey = (token: string) => token.startsWith("nm_");

/** Browsers say where they are: by Origin, and by Sec-Fetch-Site, which no page can leave out or forge. */
export function isFromBrowser(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return headers.origin !== undefined || (site !== undefined && site !== "none");
}

export function refuseBrowser(holder: Holder, headers: IncomingHttpHeaders): void {
  if (holder.kind === "secret" && isFromBrowser(headers)) throw refuse("secret_key_in_browser");
}

/** The whole body, or a refusal as soon as it is known to be larger than allowed. `held` answers for its bytes while they are in memory. */
export async function readBody(request: IncomingMessage, bytesMax: number, held?: Held): Promise<Buffer> {
  const tooLarge = () => refuse("body_too_large", { details: { bytesMax }, headers: { connection: "close" } });
  const announced = request.headers["content-length"];
  if (Number(announced ?? 0) > bytesMax) throw tooLarge();
  if (announced !== undefined) held?.take(Number(announced));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (error: unknown) => {
      size = Number.POSITIVE_INFINITY;
      chunks.length = 0;
      reject(error);
    };
    const keep = (chunk: Buffer) => {
      try {
        if (announced === undefined) held?.take(chunk.length);
        chunks.push(chunk);
      } catch (error) {
        giveUp(error);
      }
    };
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bytesMax) keep(chunk);
      else if (size < Number.POSITIVE_INFINITY) giveUp(tooLarge());
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("close", () => {
      if (!request.complete) reject(refuse("unreadable_body"));
    });
    request.on("error", () => undefined);
  });
}

export function send(request: IncomingMessage, response: ServerResponse, requestId: string, { status, headers, body: whole }: Reply): void {
  // Where there is no content, bytes of it would be taken for the next answer.
  const body = status === 204 || status === 304 ? undefined : whole;
  const all = withCommon(headers, request, requestId);
  const isBodiless = body === undefined || request.method === "HEAD";
  if (body !== undefined) all.push("content-length", String(Buffer.byteLength(body)));
  else if (status !== 204 && request.method !== "HEAD") all.push("content-length", "0");
  response.writeHead(status, all);
  response.end(isBodiless ? undefined : apart(headers, body));
  if (!request.complete) giveUpOn(request);
}

/** Node writes headers and a text in one piece, as UTF-8: letters that stand for bytes already would be encoded again. */
const apart = (headers: readonly string[], body: string | Buffer): string | Buffer =>
  typeof body === "string" && headers.some(isBeyondAscii) ? Buffer.from(body) : body;
const isBeyondAscii = (text: string) => /[\x80-\xff]/.test(text);

/** All projects share addresses: no cache on the way may give one project's answer to another, nor another form or part of it. */
const answersVaryBy = "apikey, authorization, origin, accept, accept-profile, prefer, range";

/** What every answer of the data plane carries. */
export function withCommon(headers: readonly string[], request: IncomingMessage, requestId: string): string[] {
  const all = [...headers, "x-request-id", requestId, "vary", answersVaryBy];
  if (request.headers.origin !== undefined) all.push(...openToAll);
  return all;
}

/** Has the answer tell of limits that are half used or more. */
export function warn(response: ServerResponse, gate: Gate, holder: Holder): void {
  const warning = gate.warning(holder);
  if (warning !== undefined && !response.headersSent) response.setHeader("x-quota-warning", warning);
}

/** How many bytes went out on an answer's connection until now. */
export const bytesOut = ({ socket }: ServerResponse): number => socket?.bytesWritten ?? 0;

/** Has the gate told what an answer came to once it is over, unless it is one of our errors. */
export function countBytes(response: ServerResponse, gate: Gate, holder: Holder): void {
  const { socket } = response;
  if (!socket) return;
  const before = socket.bytesWritten;
  response.once("close", () => response.statusCode < 500 && gate.sent(holder, socket.bytesWritten - before));
}

/** What is still being sent is read and thrown away for a while, or the caller would not see the answer. */
function giveUpOn(request: IncomingMessage): void {
  const late = setTimeout(() => request.destroy(), lingerMs);
  request.on("close", () => clearTimeout(late));
  request.on("error", () => undefined);
  request.resume();
}
const lingerMs = 2_000;

/** Publishable keys are for browsers, on any site. */
const openToAll = [
  "access-control-allow-origin",
  "*",
  "access-control-expose-headers",
  "content-location, content-profile, content-range, location, preference-applied, ratelimit, ratelimit-policy, retry-after, x-quota-warning, x-request-id",
];

/** What a browser asks before it sends a request with headers of its own. */
export function preflight(headers: IncomingHttpHeaders, methods: readonly string[]): Reply {
  const wanted = headers["access-control-request-headers"];
  const allowed = [...methods, "OPTIONS"].join(", ");
  return {
    status: 204,
    headers: [
      "allow",
      allowed,
      "access-control-allow-methods",
      allowed,
      "access-control-allow-headers",
      typeof wanted === "string" && /^[\w, -]{1,1000}$/.test(wanted) ? wanted : "apikey, authorization, content-type, prefer, range",
      "access-control-max-age",
      "7200",
    ],
    body: undefined,
  };
}

/** A refusal as problem+json that clients of the dialect can show too; what is no refusal is our bug, and told as nothing but its request id. */
export function problemOf(thrown: unknown, at: { readonly requestId: string; readonly publicUrl: string; readonly log: Log }): Reply {
  const error = isAway(thrown) ? refuseConnection("database_unavailable", { headers: { "retry-after": "2" } }) : thrown;
  if (error !== thrown) at.log.warn("the database is away", { requestId: at.requestId, error: thrown });
  const isRefusal = error instanceof Refusal;
  const { code, status, message, details, headers } = isRefusal ? error : internalError;
  if (!isRefusal) at.log.error("a request to the data plane failed", { requestId: at.requestId, error });
  const body = {
    type: `${at.publicUrl}/docs/problems/${isSqlState(code) ? "database_error" : code}`,
    title: titles[status] ?? "Refused",
    status,
    detail: message,
    code,
    message,
    details: null,
    hint: null,
    ...details,
    requestId: at.requestId,
  };
  return { status, headers: ["content-type", "application/problem+json", ...flat(headers)], body: JSON.stringify(body) };
}

/** PostgreSQL's codes are too many for a page each. */
const isSqlState = (code: string) => /^[0-9A-Z]{5}$/.test(code);

export const flat = (headers: Readonly<Record<string, string>>): readonly string[] => Object.entries(headers).flat();

const internalError = new Refusal({
  code: "internal_error",
  status: 500,
  message: "Something went wrong on our side. Tell us the request id.",
});

const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
  504: "Took too long",
};
